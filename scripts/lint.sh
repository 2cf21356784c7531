#!/usr/bin/env bash
# Checks the format and the analyzers' style, then the OpenAPI document of a host that is started for it.
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$repo"
scripts/setup.sh

dotnet format Chimera.sln --verify-no-changes
echo 'The code is formatted.'

# Not below /tmp's private folders: the database runs as another user when this is root.
home=$(mktemp -d)
chmod 755 "$home"
export CHIMERA_HOME=$home CHIMERA_PORT
CHIMERA_PORT=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
trap 'scripts/host.sh down >/dev/null; rm -rf "$home"' EXIT

npm ci --prefix tests/tools --no-audit --no-fund --loglevel=error
scripts/host.sh up >/dev/null
node -e 'fetch(process.argv[1]).then(async a => { if (!a.ok) throw new Error(`${a.status} ${a.url}`); process.stdout.write(await a.text()); })' \
  "http://127.0.0.1:$CHIMERA_PORT/openapi/v1.json" >"$home/openapi.json"
tests/tools/node_modules/.bin/spectral lint "$home/openapi.json" --ruleset tests/tools/spectral.yaml --fail-severity warn
