#!/usr/bin/env bash
# Checks the format and the analyzers' style, then the OpenAPI document; a test holds it against what a host serves.
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$repo"
scripts/setup.sh

dotnet format Chimera.sln --verify-no-changes
echo 'The code is formatted.'

npm ci --prefix tests/tools --no-audit --no-fund --loglevel=error
tests/tools/node_modules/.bin/spectral lint docs/openapi.json --ruleset tests/tools/spectral.yaml --fail-severity warn
