namespace Chimera.Integration.Tests.Rest;

public sealed class AgentTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_created_agent_is_read_back_as_its_profile()
    {
        var created = (await chimera.Post("agents", Given.AgentBody())).Expect(201);
        var id = created.Id("agent_id");

        var read = (await chimera.Get($"agents/{id}")).Expect(200);

        Assert.Equal(($"/api/v1/agents/{id}", "\"v1\""), (created.Location, created.ETag));
        Assert.Equal(created.Text, read.Text);
        Assert.Equal("active", read["status"].GetString());
        Assert.Equal("calm", read["persona"].GetProperty("voice_tone")[0].GetString());
        Assert.Equal(64, read["persona"].GetProperty("soul_md_sha256").GetString()!.Length);
        Assert.Equal("marafield", read["social_handles"].GetProperty("twitter").GetString());
    }

    [Fact]
    public async Task an_agent_is_changed_paused_resumed_and_archived()
    {
        var id = await chimera.Agent();

        var revised = (await chimera.Patch($"agents/{id}", new { name = "Mara", status = "paused" })).Expect(200);
        Assert.Equal(("Mara", "paused", "\"v3\""), (revised["name"].GetString(), revised["status"].GetString(), revised.ETag));
        Assert.Equal("active", (await chimera.Post($"agents/{id}/resume", null)).Expect(200)["status"].GetString());
        Assert.Equal("paused", (await chimera.Post($"agents/{id}/pause", new { reason = "holiday" })).Expect(200)["status"].GetString());
        (await chimera.Delete($"agents/{id}")).Expect(204);
        (await chimera.Delete($"agents/{id}")).Expect(204);

        var archived = (await chimera.Get($"agents/{id}")).Expect(200);
        Assert.Equal(("archived", "\"v6\""), (archived["status"].GetString(), archived.ETag));
        (await chimera.Patch($"agents/{id}", new { bio = "back" })).Refuses(422, "agent.archived");
    }

    [Fact]
    public async Task an_agent_that_is_not_there_is_unknown()
    {
        (await chimera.Get($"agents/{Guid.NewGuid()}")).Refuses(404, "agent.unknown");
        (await chimera.Patch($"agents/{Guid.NewGuid()}", new { name = "x" })).Refuses(404, "agent.unknown");
        (await chimera.Delete($"agents/{Guid.NewGuid()}")).Refuses(404, "agent.unknown");
        (await chimera.Get("agents/not-a-guid")).Refuses(400, "request.parameter");
        (await chimera.Get("nowhere")).Refuses(404, "request.route");
        (await chimera.Call("PUT", "agents", null)).Refuses(405, "request.method");
    }

    [Fact]
    public async Task an_id_is_taken_once_by_whatever_has_it()
    {
        var (agent, campaign) = (await chimera.Agent(), await chimera.Campaign());
        var refusals = new Refusals(chimera);

        (await refusals.Post("agents", Given.AgentBody(("agent_id", agent)))).Refuses(409, "agent.exists");
        (await refusals.Post("agents", Given.AgentBody(("agent_id", campaign)))).Refuses(409, "agent.exists");
        (await refusals.Post("agents", Given.AgentBody(("agent_id", Guid.Empty)))).Refuses(422, "request.field", "/agent_id");

        await refusals.StoredNothing();
    }

    [Fact]
    public async Task what_was_asked_by_whom_and_where_stands_on_every_event()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var created = (await chimera.Post("agents", Given.AgentBody(), ("X-Chimera-User", "ada"), ("User-Agent", "walks/1"),
            ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"))).Expect(201);

        var row = await chimera.Ask<string>(
            "select headers ->> 'trace_id' || ' ' || (headers ->> 'user_agent') || ' ' || (headers ->> 'source') || ' ' || user_name from chimera_events.mt_events where stream_id = $1",
            created.Id("agent_id"));

        Assert.Equal($"{trace} walks/1 human ada", row);
    }

    [Fact]
    public async Task agents_are_listed_by_status()
    {
        var id = await chimera.PausedAgent();

        await Eventually.Is(() => chimera.Get("agents?status=paused&limit=200"),
            page => page["items"].EnumerateArray().Any(one => one.GetProperty("agent_id").GetGuid() == id), "the agent to be listed");

        (await chimera.Get("agents?status=asleep")).Refuses(400, "request.parameter");
    }
}
