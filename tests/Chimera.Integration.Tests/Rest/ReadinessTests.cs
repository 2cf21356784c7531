using Chimera.Projections;

namespace Chimera.Integration.Tests.Rest;

/// <summary>What a load balancer is told while tables and program are of different versions.</summary>
public sealed class ReadinessTests(OwnChimera own) : IClassFixture<OwnChimera>
{
    [Fact]
    public async Task a_program_is_not_ready_for_tables_of_a_newer_one()
    {
        await own.Agent();
        await own.Run("update chimera.table_set set version = version + 1");

        (await own.Call("GET", "/readyz")).Refuses(503, "ready.tables-newer");

        await own.Run("update chimera.table_set set version = version - 1");
        (await own.Call("GET", "/readyz")).Expect(200);
    }

    [Fact]
    public async Task tables_of_an_earlier_version_are_read_while_newer_ones_are_built()
    {
        await using (await DatabaseLock.Take(own.Database, "chimera rebuild", TestContext.Current.CancellationToken))
        {
            await own.Run("insert into chimera_control.rebuilds (rebuild_id, requested_by, started_at, state) values (gen_random_uuid(), 'upgrade', now(), 'running')");
            await AnHourBehind(TableSetState.Live);
            (await own.Call("GET", "/readyz")).Expect(200);
        }

        await Upgraded();
        (await own.Call("GET", "/readyz")).Expect(200);
    }

    [Fact]
    public async Task tables_that_nobody_follows_or_replaces_are_stuck()
    {
        await AnHourBehind(TableSetState.RolledBack);

        (await own.Call("GET", "/readyz")).Refuses(503, "ready.projection-stuck");

        await own.Run("update chimera.table_set set state = 'live'");
        await Upgraded();
        (await own.Call("GET", "/readyz")).Expect(200);
    }

    private async Task Upgraded() =>
        await Eventually.Is(() => own.Call("GET", "projections"), state => state.Status == 200 && state.Json.TryGetProperty("live_version", out var version) && version.GetInt32() == TableSet.Current.Version,
            "the tables to be replaced");

    private async Task AnHourBehind(string state)
    {
        await own.Agent();
        await own.Run($"update chimera.table_set set version = version - 1, state = '{state}', moved_at = now() - interval '1 hour'");
        var late = (await own.Call("POST", "agents", Given.AgentBody())).Expect(201).Id("agent_id");
        await own.Run($"update chimera_events.mt_events set timestamp = now() - interval '1 hour' where stream_id = '{late}'");
    }
}
