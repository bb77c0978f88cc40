#!/usr/bin/env bash
# A file fits one sitting, a function one screen.
. "$(dirname "$0")/lib.sh"

most_file=500
most_function=60

{
  # annotations are written by the program, and read by editors
  sources "c h def lua js mjs css sh" engine lua web tests counties |
    grep -v '^lua/annotations/' | while read -r file; do
      lines=$(wc -l <"$file")
      [ "$lines" -le "$most_file" ] ||
        echo "$file:$lines: more than $most_file lines"
    done
  sources "c" engine tests | xargs -r awk -v most="$most_function" '
    # rows of a table are not counted: cases belong where they are used
    FNR == 1 { start = table = 0 }
    /^\{/ { start = FNR; lines = -1 }
    /^\}/ && start {
      if (lines > most)
        print FILENAME ":" start ": a function of " lines " lines"
      start = 0
    }
    start && !table { lines++ }
    start && /= \{$/ { table = 1 }
    /^ *\};/ { table = 0 }'
  sources "lua" engine lua tests | xargs -r awk -v most="$most_function" '
    FNR == 1 { start = 0 }
    /^(local +|return +)?function[ (]/ || /^[a-z_.]+ = function/ { start = FNR }
    /^end/ && start {
      if (FNR - start - 1 > most)
        print FILENAME ":" start ": a function of " FNR - start - 1 " lines"
      start = 0
    }'
  sources "js mjs" web tests | xargs -r awk -v most="$most_function" '
    FNR == 1 { start = 0 }
    /^(export +)?(default +)?(async +)?function/ { start = FNR }
    /^\}/ && start {
      if (FNR - start - 1 > most)
        print FILENAME ":" start ": a function of " FNR - start - 1 " lines"
      start = 0
    }'
} | finish
