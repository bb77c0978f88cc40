#!/usr/bin/env bash
# The engine's own Lua, tested with busted.
set -uo pipefail
out=$(busted --lua=lua5.4 --output=plainTerminal tests/lua 2>&1)
code=$?
printf '%s\n' "$out"
p=$(printf '%s' "$out" | grep -oE '[0-9]+ success' | head -n 1 | grep -oE '[0-9]+')
f=$(printf '%s' "$out" | grep -oE '[0-9]+ (failure|error)' | grep -oE '[0-9]+' | paste -sd+ | bc)
echo "${p:-0} passed, ${f:-1} failed"
exit "$code"
