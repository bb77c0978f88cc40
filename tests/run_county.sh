#!/usr/bin/env bash
# Every county that ships, the template among them, is without faults, and its
# own tests hold and try each of its rules both ways, as do those of the fixture
# counties; every example of the guide gives what the guide says, and every
# example of the reference what it should.
set -uo pipefail
anslut=$1
passed=0
failed=0

# Add up a closing line, "N passed, M failed"; without one, one failure.
add() {
  if [[ $1 =~ ([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else
    failed=$((failed + 1))
  fi
}

# Show what did not pass, and count.
suite() {
  local out
  out=$("$@" 2>&1)
  printf '%s\n' "$out" | grep -vE '^ok |^[0-9]+ passed, [0-9]+ failed$'
  add "$(printf '%s\n' "$out" | tail -n 1)"
}

for folder in counties/*/; do
  slug=$(basename "$folder")
  if "$anslut" check "$slug" --counties counties --lua lua; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
  if "$anslut" test --strict "$slug" --counties counties --lua lua; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
done
# The counties of the tests, too: they are as complete, and as different.
for slug in havso mittlan nordland norrskog norrsoder; do
  if "$anslut" test --strict "$slug" --counties tests/counties --lua lua; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
done
suite node tests/guide/check.mjs "$anslut"
suite node tests/guide/play.mjs "$anslut"
suite node tests/reference/examples.mjs "$anslut"
suite tests/reference/current.sh "$anslut"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
