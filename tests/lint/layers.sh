#!/usr/bin/env bash
# A module includes only itself and what stands before it in engine/LAYERS.
. "$(dirname "$0")/lib.sh"

{
  sources "c h def" engine | xargs -r grep -nE '^[ \t]*#[ \t]*include[ \t]+"' |
    awk '
      NR == FNR {
        sub(/#.*/, "")
        gsub(/\[[^]]*\]/, "")
        for (i = 1; i <= NF; i++)
          place[$i] = ++places
        next
      }
      {
        split($0, at, ":")
        split(at[1], from, "/")
        match($0, /"[^"]*"/)
        header = substr($0, RSTART + 1, RLENGTH - 2)
        split(header, to, "/")
        where = at[1] ":" at[2] ": "
        if (!(from[2] in place))
          print where from[2] " is not in engine/LAYERS"
        else if (header !~ /^[a-z]+\/[a-z0-9_]+\.(h|def)$/)
          print where "\"" header "\" does not name its module"
        else if (!(to[1] in place))
          print where to[1] " is not in engine/LAYERS"
        else if (place[to[1]] > place[from[2]])
          print where from[2] " may not know " to[1]
      }' engine/LAYERS -
  for folder in engine/*/; do
    name=$(basename "$folder")
    sed 's/#.*//' engine/LAYERS | grep -qw -- "$name" ||
      echo "$folder:1: $name is not in engine/LAYERS"
  done
} | finish
