#!/usr/bin/env bash
# Every county that ships, the template among them, is without faults, and
# every example of the guide gives what the guide says.
set -uo pipefail
anslut=$1
passed=0
failed=0
for folder in counties/*/; do
  slug=$(basename "$folder")
  if "$anslut" check "$slug" --counties counties --lua lua; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
done
out=$(node tests/guide/check.mjs "$anslut")
printf '%s\n' "$out" | grep -v '^ok '
line=$(printf '%s\n' "$out" | tail -n 1)
if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
  passed=$((passed + BASH_REMATCH[1]))
  failed=$((failed + BASH_REMATCH[2]))
else
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
