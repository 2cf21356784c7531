# shellcheck shell=bash
# The Release build, for those who source this file with $repo set: whether it is current, and how it is made.

release_dll=$repo/artifacts/bin/Chimera.Api/release/chimera.dll
release_stamp=$repo/artifacts/release.stamp

# The stamp is as old as the beginning of the last good build. One `find` that stops at the first newer file: about 10 ms.
release_is_current() {
  [[ -f $release_dll && -f $release_stamp ]] &&
    [[ -z $(find "$repo/src" "$repo"/Directory.*.props "$repo"/Directory.*.targets "$repo/global.json" -newer "$release_stamp" -print -quit) ]]
}

# build_release WHAT: a project or the solution. Says nothing but warnings and errors, on standard error.
build_release() (
  mkdir -p "$repo/artifacts"
  exec 9>"$repo/artifacts/release.lock"
  ! command -v flock >/dev/null || flock 9
  touch "$release_stamp.new"
  cd "$repo"
  # No build server may outlive the call with the lock in its hands.
  if ! dotnet build "$1" --configuration Release --nologo --verbosity quiet -clp:NoSummary -nodeReuse:false >"$release_stamp.log" 2>&1 9>&-; then
    cat "$release_stamp.log" >&2
    exit 1
  fi
  grep ': warning ' "$release_stamp.log" >&2 || true
  mv "$release_stamp.new" "$release_stamp"
)
