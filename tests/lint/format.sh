#!/usr/bin/env bash
# C is formatted as .clang-format has it.
. "$(dirname "$0")/lib.sh"
need clang-format

sources "c h" engine tests |
  xargs -r -P 2 -n 20 clang-format --dry-run --Werror 2>&1 |
  grep -E '^[^ ]+:[0-9]+:[0-9]+: ' |
  sed -E 's/^([^:]+:[0-9]+):[0-9]+: .*/\1: not as clang-format has it/' |
  sort -u -t: -k1,1 | finish
