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
# minutes; it is kept in build/bench. Servers listen on loopback only (but
# where nginx is new, Debian starts its own, as always, on port 80).
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=.ci/setup.sh
. .ci/setup.sh

# shellcheck disable=SC2086,SC2154
PATH=$PATH:/usr/sbin # nginx
install_packages $build_packages libcmocka-dev wrk nginx-light util-linux
mkdir -p build
build_web
say "Building the program and the controls"
build_program build/release bench -DCMAKE_BUILD_TYPE=Release -DANS_TESTS=ON ||
  die "The program does not build."
say "Measuring"
exec node tests/bench/bench.mjs "$@"
