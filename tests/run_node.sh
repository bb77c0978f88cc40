#!/usr/bin/env bash
# Tests in JavaScript, with Node's own runner: tests/run_node.sh tests/http
set -uo pipefail
folder=$1
out=$(node --test --test-reporter=tap "$folder"/*.test.mjs 2>&1)
code=$?
printf '%s\n' "$out" | grep -avE '^ *(duration_ms|type|---|\.\.\.)'
p=$(printf '%s' "$out" | sed -n 's/^# pass //p')
f=$(printf '%s' "$out" | sed -n 's/^# fail //p')
echo "${p:-0} passed, ${f:-1} failed"
exit "$code"
