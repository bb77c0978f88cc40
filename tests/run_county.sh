#!/usr/bin/env bash
# Every county that ships, the template among them, is without faults.
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
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
