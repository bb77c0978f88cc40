#!/usr/bin/env bash
# Install what is missing, build, and serve the four counties.
#
#   ./run.sh                     at http://127.0.0.1:8080, data in ./data
#   ./run.sh --listen ADDR:PORT  any flag of `anslut serve`
set -euo pipefail
cd "$(dirname "$0")"
. tools/lib.sh

# shellcheck disable=SC2086
install_packages $build_packages
mkdir -p build
build_web
say "Building the program"
build_program build/release -DCMAKE_BUILD_TYPE=Release
say "Starting. End with Ctrl-C."
listen=127.0.0.1:8080
for ((i = 1; i < $#; i++)); do
  [ "${!i}" = --listen ] && { next=$((i + 1)); listen=${!next}; }
done
echo "When it listens, open:"
echo "  http://$listen/"
for county in counties/*/; do
  slug=$(basename "$county")
  case $slug in _*) ;; *) echo "  http://$listen/$slug/" ;; esac
done
echo "Mails are files in ./data/outbox/."
exec build/release/anslut serve --data ./data --counties ./counties "$@"
