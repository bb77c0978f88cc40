#!/usr/bin/env bash
# All rules and the analysers: tests/lint/run.sh BUILD-FOLDER
#
# BUILD-FOLDER holds compile_commands.json (or is that file). The last line is
# "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
export LC_ALL=C.UTF-8

database=${1:?which build folder}
database=${database%/compile_commands.json}
[ -f "$database/compile_commands.json" ] || {
  echo "$database holds no compile_commands.json" >&2
  exit 2
}
passed=0
failed=0

# judge NAME COMMAND...: passes when the command is silent and exits 0.
judge() {
  local name=$1 output code=0
  shift
  output=$("$@" 2>&1) || code=$?
  if [ "$code" = 0 ] && [ -z "$output" ]; then
    passed=$((passed + 1))
    echo "ok      $name"
    return
  fi
  failed=$((failed + 1))
  echo "FAILED  $name (exit $code)"
  printf '%s\n' "$output" | head -n 200 | sed 's/^/        /'
}

# The C files that the build compiles, of this tree, once each.
compiled() {
  perl -ne 'print "$1\n" if m{^\s*"file":\s*"([^"]*)"}' \
    "$database/compile_commands.json" | sort -u |
    grep -E "^$PWD/(engine|tests)/"
}

# One file at a time: clang-tidy 14 carries state from one to the next and then
# sees uninitialised va_lists.
tidy() {
  compiled | xargs -r -P 2 -n 1 clang-tidy --quiet -p "$database" 2>&1 |
    sed -nE "/^[^ ]+:[0-9]+:[0-9]+: (error|warning)|^Error/s#^$PWD/##p
      /^Error/p" | sort -u | silent
}

cpp_check() {
  compiled | sed "s#^$PWD/##" >"$database/cppcheck.files"
  mkdir -p "$database/cppcheck"
  cppcheck --quiet --std=c11 --language=c -D_GNU_SOURCE \
    --enable=warning,performance,portability --inconclusive \
    --library=posix --suppressions-list=tests/lint/cppcheck.supp \
    --template='{file}:{line}: {id}: {message}' -I engine -I tests \
    --cppcheck-build-dir="$database/cppcheck" -j 2 \
    --file-list="$database/cppcheck.files" 2>&1 | silent
}

lua_check() {
  luacheck --quiet --codes --no-color --formatter plain . | silent
}

shell_check() {
  find . -name node_modules -prune -o -path ./build -prune -o -name '*.sh' \
    -print | sort | while read -r script; do
    bash -n "$script" || echo "$script: does not parse"
  done 2>&1 | silent
}

# Pass what comes through; fail when anything did.
silent() {
  ! grep .
}

for rule in tests/lint/*.sh; do
  case $(basename "$rule") in lib.sh | run.sh) continue ;; esac
  judge "$(basename "$rule" .sh)" "$rule"
done
judge shell shell_check
judge luacheck lua_check
judge cppcheck cpp_check
judge clang-tidy tidy

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
