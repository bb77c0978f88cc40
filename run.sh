#!/usr/bin/env bash
# Install what is missing, build, and serve the four counties.
#
#   ./run.sh                     at http://127.0.0.1:8080, data in ./data
#   ./run.sh --listen ADDR:PORT  any flag of `anslut serve`
set -euo pipefail
caller=$PWD
here=$(dirname "$(readlink -f "$0")")
cd "$here"
. .ci/setup.sh

own_folders
# shellcheck disable=SC2086
install_packages $build_packages
build_web
say "Building the program"
build_program build/release all -DCMAKE_BUILD_TYPE=Release -DANS_TESTS=OFF ||
  die "The program does not build. All of it: build/release/build.log"

say "Starting"
log=$here/build/serve.log
server=""
# Also when the terminal is closed: SIGHUP would only make the server reload.
trap 'code=0
  [ -z "$server" ] || kill -TERM "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" || code=$?
  exit "$code"' INT TERM HUP
# Folders that flags name are seen from where the caller stands.
cd "$caller"
ANSLUT_DATA=${ANSLUT_DATA:-$here/data} \
  ANSLUT_COUNTIES=${ANSLUT_COUNTIES:-$here/counties} \
  "$here/build/release/anslut" serve "$@" >"$log" &
server=$!
until grep -q '^listening on' "$log"; do
  # Its own words say why it ended: a port that is taken, or --help.
  kill -0 "$server" 2>/dev/null || {
    cat "$log"
    code=0
    wait "$server" || code=$?
    exit "$code"
  }
  sleep 0.1
done

address=$(sed -n 's/^listening on //p' "$log")
printf '\n%s/\n' "$address"
for county in "$here"/counties/*/; do
  slug=$(basename "$county")
  case $slug in _*) ;; *) echo "$address/$slug/" ;; esac
done
case " $* " in
  *" --data"* | *" --smtp"*) ;;
  *) echo "Mails are files in ${ANSLUT_DATA:-$here/data}/outbox/." ;;
esac
echo "Ctrl-C ends it."
wait "$server"
