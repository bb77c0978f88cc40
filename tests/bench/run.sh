#!/usr/bin/env bash
# Measure the table "Speed to hold" with its controls, in one run, and print
# the ratios. Nothing is asserted; docs/performance.md has the last run.
#
#   tests/bench/run.sh                       everything, about ten minutes
#   tests/bench/run.sh --quick               shorter rounds, 10,000 members
#   tests/bench/run.sh --members N           so many members at most
#   tests/bench/run.sh cached joins          some rows: cached joins reads
#                                            rules uncached counties members
#
# The first run also fills a county with a million members, which takes
# minutes; it is kept in build/bench. Servers listen on loopback only.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .ci/setup.sh

# shellcheck disable=SC2086
install_packages $build_packages libcmocka-dev wrk nginx-light util-linux
mkdir -p build
build_web
say "Building the program and the controls"
cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release \
  >build/release.log 2>&1 || { cat build/release.log >&2; die "cmake failed"; }
cmake --build build/release --target anslut bench_post bench_bare_mhd \
  bench_bare_commit bench_store_join bench_rules bench_fill
say "Measuring"
exec node tests/bench/bench.mjs "$@"
