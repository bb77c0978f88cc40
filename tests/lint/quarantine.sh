#!/usr/bin/env bash
# An outside library's header is included only by the modules that name the
# library in brackets in engine/LAYERS; some by one file alone.
. "$(dirname "$0")/lib.sh"

sources "c h def" engine | xargs -r grep -nE '^[ \t]*#[ \t]*include[ \t]+<' |
  awk '
    BEGIN {
      known["icu"] = "^unicode/"
      known["cjson"] = "(^|/)cJSON"
      known["csv"] = "^csv\\.h$"
      known["sodium"] = "^sodium"
      known["cmark"] = "^cmark"
      known["rsvg"] = "^(librsvg|cairo|pango|fontconfig|ft2build|glib|gio|gdk)"
      known["xml2"] = "^libxml"
      known["sqlite3"] = "^sqlite3"
      known["lua"] = "^(lua5.4/)?(lua|lauxlib|lualib|luaconf)\\.h$"
      known["zlib"] = "^(zlib|zconf)\\.h$"
      known["brotli"] = "^brotli/"
      known["curl"] = "^curl/"
      known["microhttpd"] = "^microhttpd"
      known["inotify"] = "^sys/inotify"
      split("icu cjson csv sodium cmark curl inotify", names, " ")
      for (i in names)
        one_file[names[i]] = 1
      # C11 and POSIX, and what Linux adds: no library of anyone
      system_headers = "^(assert|ctype|dirent|errno|fcntl|fenv|float|ftw" \
        "|getopt|grp|inttypes|iso646|libgen|limits|locale|malloc|math|netdb|poll" \
        "|pthread|pwd|regex|sched|semaphore|setjmp|signal|spawn|stdalign" \
        "|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|stdnoreturn" \
        "|string|strings|syslog|termios|threads|time|unistd|wchar|wctype" \
        "|(sys|netinet|arpa|linux|net)/[a-z_0-9]+)\\.h$"
    }
    NR == FNR {
      sub(/#.*/, "")
      for (i = 1; i <= NF; i++)
        if (match($i, /\[.*\]/)) {
          module = substr($i, 1, RSTART - 1)
          count = split(substr($i, RSTART + 1, RLENGTH - 2), libraries, ",")
          for (j = 1; j <= count; j++)
            owns[libraries[j], module] = 1
        }
      next
    }
    {
      split($0, at, ":")
      split(at[1], from, "/")
      match($0, /<[^>]*>/)
      header = substr($0, RSTART + 1, RLENGTH - 2)
      where = at[1] ":" at[2] ": "
      library = ""
      for (name in known)
        if (header ~ known[name])
          library = name
      if (library == "" && header !~ system_headers)
        print where "<" header "> belongs to no library of engine/LAYERS"
      else if (library != "" && !((library, from[2]) in owns))
        print where from[2] " does not own " library
      else if (library in one_file) {
        if (library in file && file[library] != at[1])
          print where library " is already included by " file[library]
        file[library] = at[1]
      }
    }' engine/LAYERS - | finish
