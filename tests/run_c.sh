#!/usr/bin/env bash
# Run every cmocka program of a build folder: tests/run_c.sh build/asan
# Prints what failed, and "N passed, N failed".
set -uo pipefail
folder=${1:?which build folder}
passed=0
failed=0
: >"$folder/tests.log"
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
export UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0

# The numbers in lines that begin so, added up.
sum() { awk -v start="$1" 'index($0, start) == 1 { n += $4 } END { print n + 0 }'; }

while read -r name; do
  began=$SECONDS
  out=$(timeout -k 5 300 "$folder/tests/$name" 2>&1 </dev/null)
  code=$?
  p=$(sum '[  PASSED  ] ' <<<"$out")
  f=$(grep -aE '^\[  FAILED  \] [0-9]+ test' <<<"$out" | sum '[  FAILED  ] ')
  [ "$f" != 0 ] || { [ "$code" = 0 ] && [ "$p" != 0 ]; } || f=1
  passed=$((passed + p))
  failed=$((failed + f))
  echo "$name: $p passed, $f failed, $((SECONDS - began)) s" >>"$folder/tests.log"
  [ "$f" = 0 ] || {
    echo "$name: $p passed, $f failed, exit code $code"
    grep -avE '^\[ +(RUN|OK) ' <<<"$out" | head -n 80
  }
done < <(ctest --test-dir "$folder" -N | sed -n 's/^ *Test *#[0-9]*: //p')
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
