#!/usr/bin/env bash
# Install what the tests need, build with and without sanitizers, run
# everything. The last line is "N passed, N failed" over all suites.
#
#   ./test.sh                  everything
#   ./test.sh c http           some suites: lint c fuzz lua county http browser
#
# What each suite said is in build/test-SUITE.log.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")" || exit 2
. .ci/setup.sh

test_packages="clang llvm libclang-rt-14-dev clang-format clang-tidy cppcheck
  libcmocka-dev lua5.4 lua-busted sqlite3 faketime chromium
  default-jre-headless"
suites="lint c fuzz lua county http browser"

passed=0
failed=0
broken=()
table=""
child=""

# Also what a test that was cut off left behind goes with this folder.
cleanup() {
  local code=$?
  [ -z "$child" ] || { kill -TERM "$child" && wait "$child"; } 2>/dev/null
  rm -rf "$TMPDIR"
  exit "$code"
}

# Count a suite's closing line, "N passed, N failed". A suite without one, with
# no test in it, or with a failing exit code and no failure, is one failure.
count() {
  local name=$1 code=$2 log=$3 seconds=$4 line p=0 f=0
  line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
  if [ -n "$line" ]; then
    p=${line%% passed*}
    f=${line#*passed, }
    f=${f%% failed*}
  else
    echo "ended with code $code before it had counted" >>"$log"
  fi
  [ "$f" != 0 ] || { [ "$code" = 0 ] && [ "$p" != 0 ]; } || f=1
  passed=$((passed + p))
  failed=$((failed + f))
  [ "$f" = 0 ] || broken+=("$name")
  line=$(printf '%-8s %5s passed %4s failed %5s s' "$name" "$p" "$f" "$seconds")
  table+="    $line"$'\n'
  echo "    $line"
  [ "$f" != 0 ]
}

# suite NAME COMMAND...: runs it, at most 15 minutes; its output, which is of
# failures only, is shown when there are any.
suite() {
  local name=$1 log=build/test-$1.log code=0 began=$SECONDS
  shift
  wanted "$name" || return 0
  say "Suite: $name"
  timeout -k 10 900 "$@" >"$log" 2>&1 </dev/null &
  child=$!
  wait "$child" || code=$?
  child=""
  [ "$code" != 124 ] || echo "cut off after 15 minutes" >>"$log"
  count "$name" "$code" "$log" $((SECONDS - began)) || return 0
  head -n 200 "$log" | cut -c 1-500
  [ "$(wc -l <"$log")" -le 200 ] || echo "    ... all of it: $log"
}

wanted() { case " $suites " in *" $1 "*) ;; *) return 1 ;; esac; }

for name in "$@"; do
  wanted "$name" || {
    echo "There is no suite $name, but these: $suites" >&2
    exit 2
  }
done
[ "$#" = 0 ] || suites=$*

own_folders
# shellcheck disable=SC2086
install_packages $build_packages $test_packages
build_web
npm_packages tests

# Tests hold whatever the machine is set to.
unset "${!ANSLUT_@}" FORCE_COLOR
export LC_ALL=C.UTF-8 NO_COLOR=1
TMPDIR=$(mktemp -d -t anslut-test.XXXXXX) || die "No temporary folder."
export TMPDIR
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

say "Building: GCC, release"
build_program build/release all -DCMAKE_BUILD_TYPE=Release -DANS_TESTS=ON ||
  die "The program does not build."
say "Building: Clang, AddressSanitizer and UBSan, for fuzzing too"
build_program build/asan all -DCMAKE_BUILD_TYPE=Debug -DANS_SANITIZE=ON \
  -DANS_FUZZ=ON -DCMAKE_C_COMPILER=clang ||
  die "The program does not build with sanitizers."

suite lint tests/lint/run.sh build/asan
suite c tests/run_c.sh build/asan
suite fuzz tests/run_fuzz.sh build/asan
suite lua tests/run_lua.sh
suite county tests/run_county.sh build/release/anslut
suite http tests/run_node.sh tests/http
suite browser tests/run_node.sh tests/browser

printf '\n%s' "$table"
[ "${#broken[@]}" = 0 ] || printf '\nFailing suites: %s\n' "${broken[*]}"
printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
