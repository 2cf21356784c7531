# shellcheck shell=bash
# The Release build, for those who source this file with $repo set: whether it is current, and how it is made.

release_dll=$repo/artifacts/bin/Chimera.Api/release/chimera.dll
release_stamp=$repo/artifacts/release.stamp

# The stamp is as old as the beginning of the last good build. One `find` that stops at the first newer file: about 10 ms.
release_is_current() {
  [[ -f $release_dll && -f $release_stamp ]] &&
    [[ -z $(find "$repo/src" "$repo"/Directory.*.props "$repo"/Directory.*.targets "$repo/global.json" -newer "$release_stamp" -print -quit) ]]
}

release_handlers=$repo/artifacts/handlers

# Writes the code around the handlers, for which the host has to be built without it first. Not again while the sources are the same.
write_handlers() {
  [[ -d $release_handlers && -z $(find "$repo/src" "$repo"/Directory.*.props -newer "$release_handlers" -name '*.[cp]*' -print -quit) ]] && return
  rm -rf "$release_handlers" "$release_handlers.new"
  dotnet build src/Chimera.Api --configuration Release --nologo --verbosity quiet -clp:NoSummary -nodeReuse:false 9>&- &&
    dotnet "$release_dll" handlers "$release_handlers.new" && touch -r "$release_stamp.new" "$release_handlers.new" && mv "$release_handlers.new" "$release_handlers"
}

# build_release WHAT: a project or the solution. Says nothing but warnings and errors, on standard error.
build_release() (
  mkdir -p "$repo/artifacts"
  exec 9>"$repo/artifacts/release.lock"
  ! command -v flock >/dev/null || flock 9
  touch "$release_stamp.new"
  cd "$repo"
  # No build server may outlive the call with the lock in its hands.
  if ! { write_handlers && dotnet build "$1" --configuration Release --nologo --verbosity quiet -clp:NoSummary -nodeReuse:false -p:HandlersFolder="$release_handlers"; } >"$release_stamp.log" 2>&1 9>&-; then
    cat "$release_stamp.log" >&2
    exit 1
  fi
  grep ': warning ' "$release_stamp.log" >&2 || true
  mv "$release_stamp.new" "$release_stamp"
)
