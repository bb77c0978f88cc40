#!/usr/bin/env bash
# Install what is missing, build, and serve the four counties.
#
#   ./run.sh                     at http://127.0.0.1:8080, data in ./data
#   ./run.sh --listen ADDR:PORT  any flag of `anslut serve`
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh

# shellcheck disable=SC2086
install_packages $build_packages
mkdir -p build
build_web
say "Building the program"
build_program build/release -DCMAKE_BUILD_TYPE=Release
say "Starting"
log=build/serve.log
build/release/anslut serve --data ./data --counties ./counties "$@" >"$log" &
server=$!
trap 'kill -TERM "$server" 2>/dev/null; wait "$server"; exit $?' INT TERM
while ! grep -q '^listening on' "$log"; do
  kill -0 "$server" 2>/dev/null || { wait "$server"; exit $?; }
  sleep 0.1
done
address=$(sed -n 's/^listening on //p' "$log")
printf '\n%s/\n' "$address"
for county in counties/*/; do
  slug=$(basename "$county")
  case $slug in _*) ;; *) echo "$address/$slug/" ;; esac
done
echo "Mails are files in ./data/outbox/. End with Ctrl-C."
wait "$server"
