#!/usr/bin/env bash
# Each header compiles by itself, with GCC and with Clang.
. "$(dirname "$0")/lib.sh"
need gcc clang pkg-config

# shellcheck disable=SC2046
flags=(-std=c11 -D_GNU_SOURCE '-DANS_SOURCE_DIR="."' -Iengine -Itests -Wall -Wextra -Wpedantic
  -Wshadow -Wconversion -Wstrict-prototypes -Wno-unused-function -Werror
  -fsyntax-only
  $(pkg-config --cflags lua5.4 cmocka libmicrohttpd 2>/dev/null))

check() {
  local compiler=$1 header=$2
  shift 2
  printf '#include "%s"\nextern int something;\n' "${header#*/}" |
    "$compiler" "$@" -x c - 2>&1 | grep -E 'error|warning' | head -n 1 |
    sed "s#^#$header:1: alone with $compiler: #"
}
export -f check

sources h engine tests |
  xargs -r -P 2 -I{} bash -c 'check gcc "$@"; check clang "$@"' _ {} \
    "${flags[@]}" | finish
