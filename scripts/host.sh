#!/usr/bin/env bash
# Starts and stops a host in the background. Usage: scripts/host.sh up|down
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home=${CHIMERA_HOME:-$repo/.chimera}
pid_file=$home/serve.pid
log=$home/serve.log

# A pid may have been given to another process since.
running() { [[ -s $pid_file ]] && tr '\0' ' ' 2>/dev/null <"/proc/$(<"$pid_file")/cmdline" | grep -q 'chimera.dll serve'; }

up() {
  if running; then
    echo "A host runs already (pid $(<"$pid_file"))."
    return
  fi
  mkdir -p "$home"
  : >"$log"
  nohup "$repo/chimera" serve >"$log" 2>&1 </dev/null &
  echo $! >"$pid_file"
  until grep -q 'listens on' "$log"; do
    kill -0 "$(<"$pid_file")" 2>/dev/null || { cat "$log" >&2; rm -f "$pid_file"; exit 1; }
    sleep 0.2
  done
  cat "$log"
}

down() {
  if ! running; then
    echo 'No host runs.'
    rm -f "$pid_file"
    return
  fi
  local pid
  pid=$(<"$pid_file")
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
  rm -f "$pid_file"
  echo 'The host is stopped.'
}

case ${1:-} in
  up | down) "$1" ;;
  *) echo 'usage: scripts/host.sh up|down' >&2; exit 2 ;;
esac
