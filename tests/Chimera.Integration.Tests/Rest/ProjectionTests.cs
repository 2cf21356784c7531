using Chimera.Projections;

namespace Chimera.Integration.Tests.Rest;

/// <summary>S9-6: rebuilds as an operator asks for them.</summary>
public sealed class ProjectionTests(OwnChimera own) : IClassFixture<OwnChimera>
{
    [Fact]
    public async Task the_state_tells_versions_lag_and_what_is_set_aside()
    {
        await own.Agent();

        var state = await own.CaughtUp();

        Assert.Equal((TableSet.Current.Version, TableSet.Current.Version, "live"), (state["code_version"].GetInt32(), state["live_version"].GetInt32(), state["live_state"].GetString()));
        Assert.Equal((state["last_sequence"].GetInt64(), 0d, 0L), (state["sequence"].GetInt64(), state["lag_seconds"].GetDouble(), state["poison_events"].GetInt64()));
    }

    [Fact]
    public async Task what_the_tables_have_not_taken_in_is_the_lag()
    {
        await own.Agent();
        await using (await own.HoldTables())
        {
            (await own.Call("POST", "agents", Given.AgentBody())).Expect(201);

            var state = await own.Call("GET", "projections");

            Assert.Equal(1, state["lag_events"].GetInt64());
            Assert.True(state["lag_seconds"].GetDouble() > 0);
        }
        await own.CaughtUp();
    }

    [Fact]
    public async Task a_rebuild_is_accepted_followed_and_kept_with_its_report()
    {
        var agent = await own.Agent();
        await own.Run($"delete from chimera.agents where agent_id = '{agent}'");

        var started = (await own.Call("POST", "projections/rebuild", new { }, ("X-Chimera-User", "eve"))).Expect(202);
        Assert.Equal(($"/api/v1/projections/rebuilds/{started.Id("rebuild_id")}", "eve"), (started.Location, started["requested_by"].GetString()));
        var ended = await own.Ended(started.Id("rebuild_id"));

        Assert.Equal("swapped", ended["state"].GetString());
        var agents = ended["report"].EnumerateArray().Single(table => table.GetProperty("table").GetString() == "agents");
        Assert.Equal((1, "added"), (agents.GetProperty("added").GetInt32(), agents.GetProperty("first")[0].GetProperty("change").GetString()));
        Assert.Equal(1L, await own.Ask<long>($"select count(*) from chimera.agents where agent_id = '{agent}'"));
        var listed = (await own.Call("GET", "projections/rebuilds?limit=1")).Expect(200)["items"][0];
        Assert.Equal(started.Id("rebuild_id"), listed.GetProperty("rebuild_id").GetGuid());
        Assert.False(listed.GetProperty("report")[0].TryGetProperty("first", out _));
    }

    [Fact]
    public async Task an_audit_that_finds_a_difference_is_refused_and_changes_nothing()
    {
        var agent = await own.Agent();
        Assert.Equal("equal", (await own.Rebuild(new { expect_equal = true }))["state"].GetString());
        await own.Run($"update chimera.agents set name = 'Forged' where agent_id = '{agent}'");

        var audit = await own.Rebuild(new { table = "agents", expect_equal = true });

        Assert.Equal("refused", audit["state"].GetString());
        Assert.Equal("\"Forged\"", audit["report"][0].GetProperty("first")[0].GetProperty("before").GetProperty("name").GetRawText());
        Assert.Equal("Forged", await own.Ask<string>($"select name from chimera.agents where agent_id = '{agent}'"));
        Assert.Equal("swapped", (await own.Rebuild(new { table = "agents", allow_changes = true }))["state"].GetString());
        Assert.Equal("Mara Field", await own.Ask<string>($"select name from chimera.agents where agent_id = '{agent}'"));
    }

    [Fact]
    public async Task a_second_rebuild_is_refused_and_the_first_can_be_cancelled()
    {
        await own.Agent();
        var before = await own.Ask<long>("select revision from chimera.table_set");
        await using var held = await own.HoldTables();
        var id = (await own.Call("POST", "projections/rebuild", new { })).Expect(202).Id("rebuild_id");

        (await own.Call("POST", "projections/rebuild", new { })).Refuses(409, "rebuild.running");
        (await own.Call("POST", "projections/rollback")).Refuses(409, "rebuild.running");
        Assert.Equal(id, (await own.Call("GET", "projections"))["rebuild"].GetProperty("rebuild_id").GetGuid());
        (await own.Call("POST", $"projections/rebuilds/{id}/cancel")).Expect(200);

        Assert.Equal("cancelled", (await own.Ended(id))["state"].GetString());
        Assert.Equal("cancelled", (await own.Call("POST", $"projections/rebuilds/{id}/cancel")).Expect(200)["state"].GetString());
        Assert.Equal(before, await own.Ask<long>("select revision from chimera.table_set"));
        Assert.Null(await TableSetState.Of(own.Database, TableSet.NextSchema, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_rebuild_of_another_process_is_cancelled_there()
    {
        var id = Guid.NewGuid();
        await using var held = await DatabaseLock.Take(own.Database, "chimera rebuild", TestContext.Current.CancellationToken);
        await own.Run($"insert into chimera_control.rebuilds (rebuild_id, requested_by, started_at, state) values ('{id}', 'eve', now(), 'running')");

        (await own.Call("POST", $"projections/rebuilds/{id}/cancel")).Refuses(409, "rebuild.elsewhere");
        Assert.Equal(id, (await own.Call("GET", "projections"))["rebuild"].GetProperty("rebuild_id").GetGuid());
    }

    [Fact]
    public async Task the_rebuild_of_a_killed_process_has_failed()
    {
        var id = Guid.NewGuid();
        await own.Run($"insert into chimera_control.rebuilds (rebuild_id, requested_by, started_at, state) values ('{id}', 'eve', '2026-01-01', 'running')");
        Assert.False((await own.Call("GET", "projections")).Json.TryGetProperty("rebuild", out _));

        await own.Rebuild(null);

        Assert.Equal("failed", (await own.Call("GET", $"projections/rebuilds/{id}")).Expect(200)["state"].GetString());
    }

    [Fact]
    public async Task the_tables_of_before_are_read_again()
    {
        await own.Agent();
        await own.Rebuild(null);
        Assert.Equal("equal", (await own.Rebuild(new { expect_equal = true }))["state"].GetString());

        var state = (await own.Call("POST", "projections/rollback")).Expect(200);

        Assert.Equal(("rolled_back", true), (state["live_state"].GetString(), state["has_previous"].GetBoolean()));
        await own.Agent();
        Assert.Equal("equal", (await own.Rebuild(new { expect_equal = true }))["state"].GetString());
        await own.Rebuild(null);
        Assert.Equal("live", (await own.Call("GET", "projections"))["live_state"].GetString());
    }

    [Fact]
    public async Task a_repeat_under_the_same_key_starts_no_second_rebuild()
    {
        var first = (await own.Call("POST", "projections/rebuild", new { expect_equal = true }, ("Idempotency-Key", "audit-1"))).Expect(202);
        await own.Ended(first.Id("rebuild_id"));

        var again = (await own.Call("POST", "projections/rebuild", new { expect_equal = true }, ("Idempotency-Key", "audit-1"))).Expect(202);

        Assert.Equal((first.Text, first.Location, "true"), (again.Text, again.Location, again.Headers["Idempotency-Replayed"].ToString()));
    }
}
