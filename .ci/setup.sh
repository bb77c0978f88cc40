# Shared by run.sh and test.sh: installing what is missing, building.
# Sourced, with the project's folder as the current one.

say() { printf '\n==> %s\n' "$1"; }
die() { printf '\n%s\n' "$*" >&2; exit 1; }

# What the program needs to be built, and to run.
build_packages="build-essential cmake ninja-build pkg-config nodejs npm
  libmicrohttpd-dev liblua5.4-dev libcjson-dev libsqlite3-dev libicu-dev
  libcmark-gfm-dev libsodium-dev libcurl4-gnutls-dev zlib1g-dev libbrotli-dev
  libcsv-dev librsvg2-dev libfontconfig-dev libxml2-dev fonts-dejavu-core
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
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' ||
      printf '%s ' "$name"
  done
}

install_packages() {
  local missing as_root=""
  command -v apt-get >/dev/null ||
    die "This needs Debian 12 (apt-get was not found). Packages: $*"
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
      die "These packages are missing, and only root can install them: $missing
Run as root:  apt-get install $missing"
    as_root=sudo
  fi
  say "Installing: $missing"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q ||
    die "apt-get update failed; these packages are missing: $missing"
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq \
    --no-install-recommends $missing ||
    die "apt-get could not install: $missing"
}

# npm packages of a folder, again only when its lock file has changed.
npm_packages() {
  local folder=$1 stamp=$1/node_modules/.installed
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  say "Installing npm packages of $folder"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) ||
    die "npm could not install the packages of $folder/package-lock.json"
  cp "$folder/package-lock.json" "$stamp"
}

# Styles and scripts into build/web.
build_web() {
  npm_packages web
  say "Building styles and scripts"
  node web/build.mjs build/web
}

# The program into a build folder: build_program FOLDER [cmake flags].
build_program() {
  local folder=$1
  shift
  cmake -S . -B "$folder" -G Ninja "$@" >"$folder.log" 2>&1 ||
    { cat "$folder.log" >&2; die "cmake failed"; }
  cmake --build "$folder"
}
