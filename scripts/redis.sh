#!/usr/bin/env bash
# Finds redis-server, for tests and benchmarks, or installs it from Debian's packages. The service that comes with it is not wanted and not started.
set -euo pipefail

command -v redis-server >/dev/null && exit
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
  echo 'redis: redis-server is missing: install Redis 7 (https://redis.io).' >&2
  exit 1
fi
apt-get update -qq
# a package may start its service only where policy-rc.d lets it; 101 forbids it
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server >/dev/null
