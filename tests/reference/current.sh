#!/usr/bin/env bash
# What is written of the vocabulary is what stands in docs/reference/ and
# lua/annotations/, and no example of a fault fails:
# tests/reference/current.sh build/release/anslut
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
anslut=$1
out=$(mktemp -d -t anslut-reference.XXXXXX)
trap 'rm -rf "$out"' EXIT
passed=0
failed=0

# judge WHAT COMMAND...: passes when it is silent and exits 0.
judge() {
  local what=$1 said
  shift
  if said=$("$@" 2>&1) && [ -z "$said" ]; then
    passed=$((passed + 1))
    return
  fi
  failed=$((failed + 1))
  printf 'not ok %s\n%s\n' "$what" "$said" | head -n 60
}

# By hand stand docs/reference/json.md and lua/annotations/sandbox.lua.
same() {
  diff -r --brief docs/reference "$out/docs/reference" | grep -v ': json.md$'
  diff -r --brief lua/annotations "$out/lua/annotations" | grep -v ': sandbox.lua$'
  return 0
}

# Every name that a script reaches, but the words and what stands behind others.
reached() {
  local name
  grep -vE '^\(|^(math|string|table|text)$' tests/script/reach.txt |
    while read -r name; do
      grep -qE "^(function $name\(|---@field ${name#math.} )" \
        lua/annotations/sandbox.lua ||
        echo "lua/annotations/sandbox.lua does not tell of $name"
    done
}

judge "every example of a fault gives that fault" \
  "$anslut" vocabulary --write "$out" --counties counties --lua lua
judge "the reference is current; mend it by: anslut vocabulary --write ." same
judge "links of the reference lead somewhere" node tests/reference/links.mjs
judge "what scripts reach has annotations" reached
judge "annotations are what a Lua language server reads" \
  node tests/reference/annotations.mjs "$anslut"
for file in lua/annotations/*.lua; do
  judge "$file parses" luac5.4 -p "$file"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
