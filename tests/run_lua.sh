#!/usr/bin/env bash
# The engine's own Lua, tested with busted. Prints what failed, and
# "N passed, N failed".
set -uo pipefail
out=$(busted --lua=lua5.4 --output=plainTerminal tests/lua 2>&1 </dev/null)
code=$?
[ "$code" = 0 ] || printf '%s\n' "$out" | head -n 150
# 12 successes / 1 failure / 0 errors / 0 pending : 0.1 seconds
line=$(grep -aE '^[0-9]+ success' <<<"$out" | tail -n 1)
read -r p _ _ f _ _ e _ <<<"${line:-0 - / 1 - / 0 -}"
echo "$p passed, $((f + e)) failed"
exit "$code"
