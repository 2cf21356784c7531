#!/usr/bin/env bash
# Finds wrk, the load generator of the benchmarks, or installs it from Debian's packages.
set -euo pipefail

command -v wrk >/dev/null && exit
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
  echo 'load: wrk is missing: install it (https://github.com/wg/wrk).' >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk >/dev/null
