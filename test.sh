#!/usr/bin/env bash
# Install what the tests need, build with and without sanitizers, run
# everything. The last line is "N passed, N failed" over all suites.
#
#   ./test.sh                  everything
#   ./test.sh c http           some suites: lint c fuzz lua county http browser
set -uo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh

test_packages="clang clang-format clang-tidy cppcheck libclang-rt-14-dev
  libcmocka-dev lua5.4 lua-busted lua-check sqlite3 faketime curl openssl
  chromium default-jre-headless util-linux bc"

passed=0
failed=0
broken=()
started=$(date +%s)

# Count a suite's closing line, "N passed, N failed"; a suite without one, or
# with a failing exit code and no failure in it, counts as one failure.
count() {
  local name=$1 code=$2 log=$3 line p f
  line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
  p=${line%% passed*}
  f=${line#*passed, }
  f=${f%% failed*}
  [ -n "$line" ] || { p=0 f=1; }
  [ "$code" = 0 ] || [ "$f" != 0 ] || f=1
  passed=$((passed + p))
  failed=$((failed + f))
  [ "$f" = 0 ] || broken+=("$name")
  echo "    $name: $p passed, $f failed ($(($(date +%s) - started)) s since the start)"
}

# suite NAME COMMAND...: runs it, shows its output only when it fails.
suite() {
  local name=$1 log=build/test-$1.log code=0
  shift
  say "Suite: $name"
  "$@" >"$log" 2>&1 || code=$?
  count "$name" "$code" "$log"
  case " ${broken[*]:-} " in *" $name "*) tail -n 150 "$log" ;; esac
}

wanted() {
  [ "$#" -gt 0 ] || return 1
  local suite=$1
  shift
  [ "$#" = 0 ] && return 0
  case " $* " in *" $suite "*) return 0 ;; esac
  return 1
}

# shellcheck disable=SC2086
install_packages $build_packages $test_packages
mkdir -p build
build_web
npm_packages tests

say "Building: GCC, release"
build_program build/release -DCMAKE_BUILD_TYPE=Release ||
  die "The program does not build."
say "Building: Clang, AddressSanitizer and UBSan"
build_program build/asan -DCMAKE_BUILD_TYPE=Debug -DANS_SANITIZE=ON \
  -DCMAKE_C_COMPILER=clang || die "The program does not build with sanitizers."

wanted lint "$@" && suite lint tests/lint/run.sh build/asan
wanted c "$@" && suite c tests/run_c.sh build/asan
wanted fuzz "$@" && suite fuzz tests/run_fuzz.sh build/fuzz
wanted lua "$@" && suite lua tests/run_lua.sh
wanted county "$@" && suite county tests/run_county.sh build/release/anslut
wanted http "$@" && suite http tests/run_node.sh tests/http
wanted browser "$@" && suite browser tests/run_node.sh tests/browser

[ "${#broken[@]}" = 0 ] || printf '\nFailing suites: %s\n' "${broken[*]}"
printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
