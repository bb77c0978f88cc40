#!/usr/bin/env bash
# Tests in JavaScript, with Node's own runner: tests/run_node.sh tests/http
# Prints what failed, and "N passed, N failed".
set -uo pipefail
folder=${1:?which folder}
log=build/node-$(basename "$folder").log
mkdir -p build
node --test --test-reporter=spec "$folder"/*.test.mjs >"$log" 2>&1 </dev/null
code=$?
number() { sed -n "s/^ℹ $1 //p" "$log" | tail -n 1; }
p=$(number pass)
f=$(number fail)
c=$(number cancelled)
if [ "$code" != 0 ]; then
  # A file that breaks outside of its tests is told of above them.
  grep -q "'test failed'" "$log" && grep -aB 2 -A 8 -E '^\S*Error' "$log" | head -n 60
  sed -n '/failing tests:/,$p' "$log" | grep -v ' (node:' | head -n 150
  [ -n "$p" ] || tail -n 40 "$log"
fi
echo "${p:-0} passed, $((${f:-1} + ${c:-0})) failed"
exit "$code"
