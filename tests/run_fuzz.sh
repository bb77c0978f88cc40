#!/usr/bin/env bash
# Run every fuzz target for a bounded time: tests/run_fuzz.sh FOLDER [SECONDS]
set -uo pipefail
. .ci/setup.sh
folder=$1
seconds=${2:-5}
build_program "$folder" -DCMAKE_BUILD_TYPE=Debug -DANS_FUZZ=ON \
  -DCMAKE_C_COMPILER=clang || exit 1
passed=0
failed=0
for target in "$folder"/tests/fuzz_*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  corpus=$folder/corpus/$(basename "$target")
  mkdir -p "$corpus"
  seeds=tests/corpus/$(basename "$target")
  [ -d "$seeds" ] || seeds=
  # shellcheck disable=SC2086
  if "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$folder/" "$corpus" $seeds >"$target.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -n 40 "$target.log"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
