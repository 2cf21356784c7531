#!/usr/bin/env bash
# Finds the programs of RabbitMQ, which tests and benchmarks start for themselves, or installs them from Debian's packages without starting anything.
set -euo pipefail

[[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] && exit
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
  echo 'rabbit: RabbitMQ is missing: install the package rabbitmq-server, and stop the service that it starts.' >&2
  exit 1
fi
# The broker that Debian's package would start is not wanted; a policy that is there already is left alone.
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends rabbitmq-server >/dev/null
