namespace Chimera.Integration.Tests.Rest;

/// <summary>The same request twice is one request.</summary>
public sealed class IdempotencyTests(ChimeraFixture chimera)
{
    private readonly (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());

    [Fact]
    public async Task a_repeat_gets_the_first_answer()
    {
        var body = Given.AgentBody();
        var first = (await chimera.Post("agents", body, key)).Expect(201);
        (await chimera.Patch($"agents/{first.Id("agent_id")}", new { name = "Changed since" })).Expect(200);

        var repeat = (await chimera.Post("agents", body, key)).Expect(201);

        Assert.Equal((first.Text, first.Location, first.ETag), (repeat.Text, repeat.Location, repeat.ETag));
        Assert.Equal(("", "true"), (first.Headers["Idempotency-Replayed"].ToString(), repeat.Headers["Idempotency-Replayed"].ToString()));
        Assert.Equal(2L, await Events(first.Id("agent_id")));
    }

    [Fact]
    public async Task a_key_belongs_to_one_body()
    {
        var request = new Refusals(chimera);
        (await chimera.Post("agents", Given.AgentBody(), key)).Expect(201);

        (await request.Post("agents", Given.AgentBody(("name", "Ada")), key)).Refuses(422, "idempotency.key-reused");

        await request.StoredNothing();
    }

    [Fact]
    public async Task many_at_once_create_one()
    {
        var body = Given.AgentBody(("name", $"At once {key.Item2}"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => chimera.Post("agents", body, key)));

        Assert.Contains(answers, answer => answer.Status == 201);
        Assert.All(answers, answer => Assert.True(answer.Status == 201 || answer.Code == "idempotency.in-progress", answer.Text));
        Assert.Single(answers.Where(answer => answer.Status == 201).Select(answer => answer.Text).Distinct());
        Assert.Equal(1L, await Events(answers.First(answer => answer.Status == 201).Id("agent_id")));
    }

    [Fact]
    public async Task more_keys_at_once_than_connections_wait_their_turn()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => chimera.Post("agents", Given.AgentBody(), ("Idempotency-Key", $"{key.Item2}-{i}"))));

        Assert.All(answers, answer => answer.Expect(201));
        Assert.Equal(100, answers.Select(answer => answer.Id("agent_id")).Distinct().Count());
    }

    [Fact]
    public async Task a_crash_before_the_answer_was_stored_does_not_create_twice()
    {
        var body = Given.AgentBody();
        var first = (await chimera.Post("agents", body, key)).Expect(201);
        await chimera.Ask<string>("update chimera_messages.idempotency_keys set status = null, body = null where key = $1 returning key", key.Item2);

        var second = (await chimera.Post("agents", body, key)).Expect(201);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal("", second.Headers["Idempotency-Replayed"].ToString());
        Assert.Equal(1L, await Events(first.Id("agent_id")));
    }

    [Fact]
    public async Task the_same_crash_under_an_id_of_the_callers_own()
    {
        var body = Given.AgentBody(("agent_id", Guid.CreateVersion7()));
        var first = (await chimera.Post("agents", body, key)).Expect(201);
        await chimera.Ask<string>("update chimera_messages.idempotency_keys set status = null, body = null where key = $1 returning key", key.Item2);

        Assert.Equal(first.Text, (await chimera.Post("agents", body, key)).Expect(201).Text);
        (await chimera.Post("agents", body)).Refuses(409, "agent.exists");
    }

    [Fact]
    public async Task a_key_is_free_again_after_a_day()
    {
        var first = (await chimera.Post($"agents/{await chimera.Agent()}/pause", null, key)).Expect(200);
        await chimera.Ask<string>("update chimera_messages.idempotency_keys set created_at = now() - interval '25 hours' where key = $1 returning key", key.Item2);

        var second = (await chimera.Post($"agents/{first.Id("agent_id")}/pause", new { reason = "again" }, key)).Expect(200);

        Assert.Equal(("", first.ETag), (second.Headers["Idempotency-Replayed"].ToString(), second.ETag));
    }

    [Fact]
    public async Task a_refusal_is_not_kept()
    {
        (await chimera.Post("agents", Given.AgentBody(("bio", new string('b', 501))), key)).Refuses(422, "agent.bio", "/bio");

        (await chimera.Post("agents", Given.AgentBody(), key)).Expect(201);
    }

    [Fact]
    public async Task every_action_takes_a_key()
    {
        var id = await chimera.Agent();
        (await chimera.Post($"agents/{id}/pause", null, key)).Expect(200);
        (await chimera.Post($"agents/{id}/resume", null, key)).Expect(200); // another route, another key

        var repeat = (await chimera.Post($"agents/{id}/pause", null, key)).Expect(200);

        Assert.Equal("paused", repeat["status"].GetString());
        Assert.Equal("active", (await chimera.Get($"agents/{id}"))["status"].GetString());
    }

    private Task<long> Events(Guid stream) => chimera.Ask<long>("select count(*) from chimera_events.mt_events where stream_id = $1", stream);
}
