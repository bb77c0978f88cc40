#!/usr/bin/env bash
# Run every cmocka program of a build folder: tests/run_c.sh build/asan
set -uo pipefail
folder=$1
passed=0
failed=0
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
while read -r name; do
  out=$(timeout 300 "$folder/tests/$name" 2>&1)
  code=$?
  p=$(printf '%s' "$out" | grep -aoE '\[  PASSED  \] [0-9]+' | grep -oE '[0-9]+' | paste -sd+ | bc)
  f=$(printf '%s' "$out" | grep -aE '^\[  FAILED  \] [0-9]+ test' | grep -oE '[0-9]+' | paste -sd+ | bc)
  p=${p:-0}
  f=${f:-0}
  [ "$code" = 0 ] || [ "$f" != 0 ] || f=1
  echo "$name: $p passed, $f failed"
  [ "$f" = 0 ] || printf '%s\n' "$out" | tail -n 60
  passed=$((passed + p))
  failed=$((failed + f))
done < <(ctest --test-dir "$folder" -N | sed -n 's/^ *Test *#[0-9]*: //p')
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
