#!/usr/bin/env bash
# Runs test projects and ends with one line: N passed, N failed. A project that runs no test has failed.
# Usage: scripts/test.sh [PROJECT…]   (names below tests/, without `Chimera.`; all by default)
set -uo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
results=$repo/artifacts/test-results
cd "$repo" || exit 1
source scripts/release.sh

# The number in attribute $2 of the summary of result file $1.
count() { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

scripts/setup.sh && scripts/redis.sh && build_release Chimera.sln || exit
scripts/rabbit.sh || echo 'The tests that need RabbitMQ will fail.' >&2
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 broken=0

for project in "${@:-}"; do
  for file in tests/Chimera.${project:-*}/*.csproj; do
    name=$(basename "$file" .csproj)
    trx=$results/$name.trx
    echo "== $name"
    dotnet test --project "$file" --configuration Release --no-build --no-progress --results-directory "$results" --report-trx --report-trx-filename "$name.trx"
    status=$?
    if [[ ! -s $trx ]] || (($(count "$trx" executed) == 0)); then
      echo "$name ran no test" >&2
      broken=1 failed=$((failed + 1))
      continue
    fi
    passed=$((passed + $(count "$trx" passed)))
    wrong=$(($(count "$trx" failed) + $(count "$trx" error) + $(count "$trx" timeout) + $(count "$trx" aborted)))
    failed=$((failed + wrong))
    ((status == 0)) || broken=1
    # A run that broke off after its last good test is not a good run.
    ((status == 0 || wrong > 0)) || { echo "$name ended with exit code $status" >&2; failed=$((failed + 1)); }
  done
done

echo "$passed passed, $failed failed" | tee "$results/summary.txt"
((failed == 0 && broken == 0))
