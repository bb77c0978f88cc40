#!/usr/bin/env bash
# Run every fuzz target of a build folder for a bounded time, two at once:
# tests/run_fuzz.sh FOLDER [SECONDS]. Prints what failed, and "N passed, N failed".
set -uo pipefail
export folder=${1:?which build folder} seconds=${2:-5}

# Prints its name when it failed.
fuzz() {
  local target=$1 name corpus seeds
  name=$(basename "$target")
  corpus=$folder/corpus/$name
  seeds=tests/corpus/$name
  mkdir -p "$corpus"
  [ -d "$seeds" ] || seeds=$corpus
  "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$folder/" "$corpus" "$seeds" >"$target.log" 2>&1 ||
    echo "$target"
}
export -f fuzz

targets=$(find "$folder/tests" -maxdepth 1 -name 'fuzz_*' -type f -perm -u+x)
broken=$(xargs -r -P 2 -I{} bash -c 'fuzz {}' <<<"$targets")
for target in $broken; do
  echo "$target:"
  tail -n 40 "$target.log"
done
all=$(grep -c . <<<"$targets")
failed=$(grep -c . <<<"$broken")
echo "$((all - failed)) passed, $failed failed"
[ "$failed" = 0 ] && [ "$all" -gt 0 ]
