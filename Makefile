.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

BRIEF ?= examples/launch-campaign.json
ARGS ?=
N ?= 20000
INFLIGHT ?= 512
MODE ?= closed
KILLS ?= 20
LIMIT ?= 1000
EVENTS ?= 1000000
RATE ?= 500
TASKS ?= 200000
CALLS ?= 20000
SEEDS ?= 10000
FROM ?= 1

RELEASE := repo=$(CURDIR) && source scripts/release.sh
SIMULATE = artifacts/bin/Chimera.Simulation/release/Chimera.Simulation simulate
BENCH := dotnet run --configuration Release --no-build --project benchmarks --

.PHONY: help setup build test specs integration simulate demo up down fmt lint bench bench-pipeline bench-rabbit bench-redis bench-growth bench-waiting bench-hitl bench-start bench-crash bench-rebuild bench-lag bench-graphql bench-mcp

help: ## shows this
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: ## makes a fresh machine able to build and run
	@scripts/setup.sh

build: ## builds everything; a warning is an error
	@$(RELEASE) && build_release Chimera.sln

test: ## runs all tests; ends with: N passed, N failed
	@scripts/test.sh

specs: ## runs the specs of the domain only
	@scripts/test.sh Domain.Tests

integration: ## runs the tests against real servers only
	@scripts/test.sh Integration.Tests

simulate: ## runs schedules of the pipeline in memory: make simulate [SEEDS=10000] [FROM=1], or one: make simulate SEED=7 [SHRINK=1]
	@dotnet build tests/Chimera.Simulation --configuration Release --nologo --verbosity quiet -clp:NoSummary
	@$(SIMULATE) $(if $(SEED),--seed $(SEED) $(if $(SHRINK),--shrink),--seeds $(SEEDS) --from $(FROM))

demo: ## runs a campaign from brief to posts: make demo [BRIEF=file] [ARGS="--exit"]
	@scripts/setup.sh >&2
	@$(RELEASE) && { release_is_current || build_release src/Chimera.Api; }
	@./chimera demo "$(BRIEF)" $(ARGS)

up: ## starts a host in the background
	@scripts/setup.sh
	@scripts/host.sh up

down: ## stops it
	@scripts/host.sh down

fmt: ## formats the code
	@dotnet format Chimera.sln

lint: ## checks format and analyzers, and the OpenAPI document
	@scripts/lint.sh

bench: bench-pipeline bench-rabbit bench-redis bench-growth bench-waiting bench-hitl bench-start bench-crash bench-rebuild bench-lag bench-graphql bench-mcp ## runs all benchmarks; growth and hitl take long

bench-pipeline: ## measures the pipeline, one JSON line: make bench-pipeline [N=20000] [INFLIGHT=512] [MODE=plan]
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) pipeline $(N) $(INFLIGHT) 3 $(MODE)

bench-redis: ## measures the pipeline through the lists of Redis, one JSON line: make bench-redis [N=20000] [INFLIGHT=512] [MODE=plan] [ARGS=garnet]
	@scripts/setup.sh >&2
	@scripts/redis.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) redis $(N) $(INFLIGHT) 3 $(MODE) $(ARGS)

bench-growth: ## measures a task on a small and on a large store, one JSON line: make bench-growth [EVENTS=5000000]
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) growth $(if $(filter command,$(origin EVENTS)),$(EVENTS))

bench-waiting: ## measures tasks that wait for a model, one JSON line: make bench-waiting [N=10000] [LIMIT=1000]
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) waiting $(if $(filter command,$(origin N)),$(N),10000) $(LIMIT)

bench-hitl: ## people approve 20,000 items at once on a store of a million finished tasks, one JSON line
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) hitl

bench-start: ## measures how soon a host takes its first request, one JSON line
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) start

bench-crash: ## kills host, Postgres, RabbitMQ and Redis under load, one JSON line; fails on anything lost or doubled: make bench-crash [KILLS=20]
	@scripts/setup.sh >&2
	@scripts/rabbit.sh >&2
	@scripts/redis.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) crash $(KILLS)

bench-rabbit: ## measures the pipeline over RabbitMQ, broker included, one JSON line: make bench-rabbit [N=20000] [INFLIGHT=512] [MODE=plan]
	@scripts/setup.sh >&2
	@scripts/rabbit.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) rabbit $(N) $(INFLIGHT) 3 $(MODE)

bench-rebuild: ## measures a rebuild of all tables, one JSON line: make bench-rebuild [EVENTS=1000000]
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) rebuild $(EVENTS)

bench-lag: ## measures how long events take to be visible, one JSON line: make bench-lag [RATE=500]
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) lag $(RATE)

bench-graphql: ## measures GraphQL over 200,000 tasks, one JSON line a query: make bench-graphql [TASKS=200000]
	@scripts/setup.sh >&2
	@scripts/load.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) graphql $(TASKS)

bench-mcp: ## measures a tool call over stdio without the tool's own time, one JSON line: make bench-mcp [CALLS=20000]
	@scripts/setup.sh >&2
	@$(RELEASE) && build_release benchmarks
	@$(BENCH) mcp $(CALLS)
