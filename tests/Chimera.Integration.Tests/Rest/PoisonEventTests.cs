namespace Chimera.Integration.Tests.Rest;

/// <summary>An event that a table refuses, as an operator sees it and mends its cause.</summary>
public sealed class PoisonEventTests(OwnChimera own) : IClassFixture<OwnChimera>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task a_poison_event_is_listed_and_taken_in_once_its_cause_is_mended(bool rebuiltMeanwhile)
    {
        await own.Run("alter table chimera.agents add constraint no_bob check (name <> 'Bob') not valid");
        var bob = await own.Agent("Bob");
        await own.Agent("Ada"); // it stops nothing else

        var poison = Assert.Single((await own.Call("GET", "projections/poison-events")).Expect(200)["items"].EnumerateArray());
        var sequence = poison.GetProperty("sequence").GetInt64();
        Assert.Equal((bob, "agents", "agent_created"), (poison.GetProperty("stream_id").GetGuid(), poison.GetProperty("table").GetString(), poison.GetProperty("event_type").GetString()));
        Assert.Contains("no_bob", poison.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, (await own.Call("GET", "projections"))["poison_events"].GetInt64());
        (await own.Call("POST", $"projections/poison-events/{sequence}/retry")).Refuses(422, "poison.still");

        await own.Run("alter table chimera.agents drop constraint no_bob");
        if (rebuiltMeanwhile) await SwapUnnoticed();
        var left = (await own.Call("POST", $"projections/poison-events/{sequence}/retry")).Expect(200);

        Assert.Empty(left["items"].EnumerateArray());
        Assert.Equal("Bob", await own.Ask<string>($"select name from chimera.agents where agent_id = '{bob}'"));
        (await own.Call("POST", $"projections/poison-events/{sequence}/retry")).Refuses(404, "poison.unknown");
        Assert.Equal("equal", (await own.Rebuild(new { expect_equal = true }))["state"].GetString());
    }

    /// <summary>As a rebuild of another process does; what follows the tables here finds out with its next page.</summary>
    private Task SwapUnnoticed() => own.Run("update chimera.table_set set revision = revision + 1");
}
