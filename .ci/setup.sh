# Shared by run.sh and test.sh: installing what is missing, building.
# Sourced, with the project's folder as the current one, under pipefail.

say() { printf '\n==> %s\n' "$1"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

# What the program needs to be built, and to run.
build_packages="build-essential cmake ninja-build pkg-config nodejs npm
  libmicrohttpd-dev liblua5.4-dev libcjson-dev libsqlite3-dev libicu-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libsodium-dev
  libcurl4-gnutls-dev zlib1g-dev libbrotli-dev libcsv-dev librsvg2-dev
  libfontconfig-dev libxml2-dev fonts-dejavu-core lua-check
  ca-certificates"

# Names of those packages that are not installed. A command of the same use
# from elsewhere (Node.js from its makers) counts as installed.
missing_packages() {
  local name
  for name in "$@"; do
    case $name in
      nodejs) command -v node >/dev/null && continue ;;
      npm) command -v npm >/dev/null && continue ;;
    esac
    dpkg-query -W -f='${Status}\n' "$name" 2>/dev/null |
      grep -q 'ok installed' || printf '%s ' "$name"
  done
}

# Keep what comes in, and print how far it has come, by the tenth: ninja's
# "[3/120]" and apt's "dlstatus:3:12.5:...", "pmstatus:name:12.5:...".
progress() {
  local log=$1 line label part last shown=""
  while IFS= read -r line; do
    printf '%s\n' "$line"
    if [[ $line =~ ^\[([1-9][0-9]*)/([0-9]+)\] ]]; then
      label=built part=$((100 * BASH_REMATCH[1] / BASH_REMATCH[2]))
    elif [[ $line =~ ^dlstatus:[^:]*:([0-9]+) ]]; then
      label=fetched part=${BASH_REMATCH[1]}
    elif [[ $line =~ ^pmstatus:[^:]*:([0-9]+) ]]; then
      label=installed part=${BASH_REMATCH[1]}
    else
      continue
    fi
    if [ "$label" != "$shown" ]; then
      printf '%s    %s, %%:' "${shown:+$'\n'}" "$label" >&3
      shown=$label last=-1
    fi
    [ $((part / 10)) -gt "$last" ] || continue
    last=$((part / 10))
    printf ' %s' "$((last * 10))" >&3
  done 3>&1 >"$log"
  printf '%s' "${shown:+$'\n'}"
}

# apt_get LOG ARGUMENTS...: as root, without questions. In CI nobody keeps the
# machine, so dpkg need not wait for the disk after every file.
apt_get() {
  local log=$1 unsafe=() as_root=()
  shift
  [ -z "${CI:-}" ] || unsafe=(-o Dpkg::Options::=--force-unsafe-io)
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q \
    -o APT::Status-Fd=1 -o DPkg::Lock::Timeout=300 "${unsafe[@]}" "$@" \
    </dev/null 2>&1 | progress "$log" && return
  tail -n 30 "$log" | grep -v '^..status:' >&2
  return 1
}

# Root may install; so may who has sudo, without a password or with a terminal
# to type it at.
may_install() {
  [ "$(id -u)" = 0 ] && return
  command -v sudo >/dev/null || return
  sudo -n true 2>/dev/null && return
  [ -t 0 ] && sudo -v
}

install_packages() {
  local missing
  command -v apt-get >/dev/null ||
    die "This needs Debian 12 (apt-get was not found). Packages: $*"
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0
  may_install || die "Packages are missing, and only root can install them.
Run this again as root or with sudo, or let an administrator run:

  apt-get update
  apt-get install --no-install-recommends $missing"
  say "Installing $missing"
  # What cannot be renewed may still be on the machine.
  apt_get build/apt-update.log update ||
    echo "The list of packages could not be renewed; going on with the old one."
  # shellcheck disable=SC2086
  apt_get build/apt-install.log install -y --no-install-recommends $missing ||
    die "apt-get could not install: $missing
What it said is in build/apt-install.log."
}

# Whoever ran this before may have been root.
own_folders() {
  local folder
  for folder in . build data web/node_modules tests/node_modules; do
    [ ! -e "$folder" ] || [ -w "$folder" ] ||
      die "$(id -un) may not write in $PWD/$folder. Was it made by root? Then:
  sudo chown -R $(id -un) '$PWD'"
  done
  mkdir -p build
}

# npm packages of a folder, again only when its lock file has changed. No
# script of a package is run.
npm_packages() {
  local folder=$1 stamp=$1/node_modules/.installed
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' ||
    die "Node.js 18 or later is needed; $(command -v node) is $(node --version)."
  say "Installing npm packages of $folder/"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund \
    --no-update-notifier --loglevel=error </dev/null) ||
    die "npm could not install the packages of $folder/package-lock.json."
  cp "$folder/package-lock.json" "$stamp"
}

# Styles and scripts into build/web, again only when a file of web/ has changed.
build_web() {
  local stamp=build/web.stamp
  find web -name node_modules -prune -o -type f -print0 | LC_ALL=C sort -z |
    xargs -0 sha256sum >"$stamp.new"
  [ -d build/web ] && cmp -s "$stamp.new" "$stamp" && return 0
  npm_packages web
  say "Building styles and scripts"
  rm -rf build/web.new
  node web/build.mjs build/web.new || die "The styles and scripts do not build."
  rm -rf build/web
  mv build/web.new build/web
  mv "$stamp.new" "$stamp"
}

# Into a build folder: build_program FOLDER TARGET [cmake flags]. Fails after
# having shown what is wrong.
build_program() {
  local folder=$1 target=$2
  shift 2
  mkdir -p "$folder"
  cmake -S . -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1 || {
    tail -n 60 "$folder/configure.log" >&2
    return 1
  }
  cmake --build "$folder" --target "$target" 2>&1 | progress "$folder/build.log" || {
    grep -vE '^\[[0-9]+/[0-9]+\]' "$folder/build.log" | head -n 150 >&2
    return 1
  }
}
