#!/usr/bin/env bash
# Each rule finds what it is there to find: in a tree that is wrong in one
# thing at a time, it names the file and the line, and says nothing of the
# tree before.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
wrong=0

fresh() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree"/engine/{base,store,route,county} "$tree"/{lua,tests}
  cp "$here/../../.clang-format" "$tree/"
  printf '%s\n' 'base[icu]' 'store[sqlite3] county' 'route' \
    >"$tree/engine/LAYERS"
  printf '#pragma once\n#include <stddef.h>\nsize_t f(void);\n' \
    >"$tree/engine/base/a.h"
}

# rule NAME FILE WHERE TEXT: with TEXT in FILE, rule NAME names FILE:WHERE.
rule() {
  local name=$1 file=$2 where=$3 text=$4 out
  fresh
  if ! out=$("$here/$name.sh" "$tree") || [ -n "$out" ]; then
    echo "$name.sh:1: finds fault with nothing: $out"
    wrong=1
  fi
  printf '%b' "$text" >"$tree/$file"
  if out=$("$here/$name.sh" "$tree") ||
    ! printf '%s\n' "$out" | grep -q "^$file:$where: ."; then
    echo "$name.sh:1: overlooks $text: $out"
    wrong=1
  fi
}

# fine NAME FILE TEXT: rule NAME has nothing against TEXT in FILE.
fine() {
  local name=$1 file=$2 text=$3 out
  fresh
  printf '%b' "$text" >"$tree/$file"
  if ! out=$("$here/$name.sh" "$tree") || [ -n "$out" ]; then
    echo "$name.sh:1: finds fault with $text: $out"
    wrong=1
  fi
}

many() { # many COUNT LINE
  local i
  for ((i = 0; i < $1; i++)); do printf '%s\\n' "$2"; done
}

rule layers engine/base/a.c 2 '\n#include "store/x.h"\n'
rule layers engine/store/a.c 1 '#include "county/x.h"\n'
rule layers engine/county/a.c 1 '#include "mystery/x.h"\n'
rule layers engine/route/a.h 1 '#include "x.h"\n'
fine layers engine/county/a.c '#include "store/x.h"\n#include "county/y.h"\n'

rule quarantine engine/route/a.c 1 '#include <sqlite3.h>\n'
rule quarantine engine/store/a.c 2 '\n#include <unicode/ucol.h>\n'
rule quarantine engine/base/a.c 1 '#include <mystery/x.h>\n'
rule quarantine engine/base/a.c 1 '#  include <lauxlib.h>\n'
fine quarantine engine/base/a.c '#include <unicode/ucol.h>\n#include <time.h>\n'

rule no_county engine/base/a.c 1 '/* as in Värmland */\n'
rule no_county engine/base/a.c 1 'int varmland;\n'
rule no_county engine/route/a.c 2 '\nchar *s = "Europe/Stockholm STOCKHOLM";\n'
rule no_county engine/route/a.c 1 'char *s = "Vad heter ni på svenska?";\n'
rule no_county engine/route/a.c 2 '\nchar *s = "Vilka " /* x */\n  "svarar";\n'
rule no_county engine/route/a.c 1 'char *s = "G\\u00e5 vidare";\n'
fine no_county engine/base/a.c 'char *s = "Europe/Stockholm"; /* så är det */\n'
fine no_county engine/county/words_x.c 'char *s = "Frågor för länet";\n'

rule headers_alone engine/base/b.h 1 '#pragma once\nsize_t g(void);\n'
fine headers_alone engine/base/b.h '#pragma once\n#include "base/a.h"\n'

rule no_raw_sql engine/route/a.c 1 'char *s = "SELECT x FROM y";\n'
rule no_raw_sql engine/base/a.c 2 '\nchar *s = "DELETE"\n  " FROM y";\n'
rule no_raw_sql engine/store/a.c 1 'f(snprintf(s, g(n), "INSERT INTO %s", t));\n'
rule no_raw_sql engine/store/a.c 2 '\nsqlite3_mprintf("SELECT "\n  "%Q", t);\n'
fine no_raw_sql engine/store/a.c 'f("SELECT x FROM y WHERE z = ?");\n'
fine no_raw_sql engine/store/a.c 'snprintf(s, n, "PRAGMA user_version = %d", v);\n'
fine no_raw_sql engine/route/a.c 'char *s = "Select your area from the list";\n'

rule sizes engine/base/a.c 501 "$(many 501 '/* x */')"
rule sizes lua/a.lua 501 "$(many 501 '-- x')"
rule sizes engine/base/a.c 2 "void f(void)\n{\n$(many 61 '    f();')}\n"
rule sizes lua/a.lua 1 "local function f()\n$(many 61 '  f()')end\n"
fine sizes engine/base/a.c \
  "void f(void)\n{\n    int t[] = {\n$(many 70 '        1,')    };\n}\n"

rule format engine/base/a.c 1 'int   x;\n'
fine format engine/base/a.c 'int x;\n'

exit "$wrong"
