namespace Chimera.Integration.Tests.Rest;

/// <summary>Wrong values: each with its status, its code, where it points, and that nothing was stored.</summary>
public sealed class BadInputTests(ChimeraFixture chimera) : IAsyncLifetime
{
    private readonly Refusals request = new(chimera);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await request.StoredNothing();

    [Fact]
    public async Task a_bio_has_at_most_500_characters() =>
        (await request.Post("agents", Given.AgentBody(("bio", new string('b', 501))))).Refuses(422, "agent.bio", "/bio");

    [Theory, InlineData(0), InlineData(11)]
    public async Task a_priority_is_1_to_10(int priority) =>
        (await request.Post("tasks", Given.TaskBody(await chimera.Agent(), ("priority", priority)))).Refuses(422, "task.priority", "/priority");

    [Theory, InlineData(4), InlineData(61)]
    public async Task a_video_lasts_5_to_60_seconds(int seconds)
    {
        var input = new { video_type = "text_to_video", input = new { text_prompt = "waves" }, duration_seconds = seconds };
        var body = Given.TaskBody(await chimera.Agent(), ("type", "generate_video"), ("input_data", input));

        (await request.Post("tasks", body)).Refuses(422, "generate-video.duration", "/input_data/duration_seconds");
    }

    [Fact]
    public async Task an_unknown_word_is_refused_where_it_stands()
    {
        var (agent, campaign) = (await chimera.Agent(), await chimera.Campaign());

        (await request.Post("tasks", Given.TaskBody(agent, ("type", "write_poem")))).Refuses(422, "request.field", "/type");
        (await request.Post("tasks", Given.TaskBody(agent, ("input_data", new { topic = "x", platform = "myspace" })))).Refuses(422, "task.input", "/input_data/platform");
        (await request.Patch($"agents/{agent}", new { status = "asleep" })).Refuses(422, "request.field", "/status");
        (await request.Patch($"agents/{agent}", new { status = "archived" })).Refuses(422, "agent.status", "/status");
        (await request.Patch($"campaigns/{campaign}", new { status = "completed" })).Refuses(422, "campaign.status", "/status");
        (await request.Post("campaigns", Given.CampaignBody(agent, ("goals", new[] { Given.Goal(("platforms", new[] { "twitter", "myspace" })) }))))
            .Refuses(422, "request.field", "/goals/0/platforms/1");
    }

    [Fact]
    public async Task a_task_waits_neither_for_itself_nor_for_nobody()
    {
        var (agent, task) = (await chimera.Agent(), Guid.NewGuid());

        (await request.Post("tasks", Given.TaskBody(agent, ("task_id", task), ("dependencies", new[] { task })))).Refuses(422, "task.cyclic-dependencies", "/dependencies");
        (await request.Post("tasks", Given.TaskBody(agent, ("dependencies", new[] { Guid.NewGuid() })))).Refuses(422, "task.unknown-dependency", "/dependencies");
    }

    [Fact]
    public async Task a_wallet_has_its_checksum_and_one_owner()
    {
        const string wrongCase = "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"; // EIP-55 writes 0x5aAeb...
        var wallet = $"0x{Guid.NewGuid():N}{Guid.NewGuid():N}"[..42];
        (await chimera.Post("agents", Given.AgentBody(("wallet_address", wallet)))).Expect(201);

        (await request.Post("agents", Given.AgentBody(("wallet_address", wrongCase)))).Refuses(422, "agent.wallet", "/wallet_address");
        (await request.Post("agents", Given.AgentBody(("wallet_address", wallet)))).Refuses(422, "agent.wallet-taken", "/wallet_address");
        (await request.Patch($"agents/{await chimera.Agent()}", new { wallet_address = "0x" + wallet[2..].ToUpperInvariant() }))
            .Refuses(422, "agent.wallet-taken", "/wallet_address");
    }

    [Fact]
    public async Task a_campaign_has_known_agents_an_order_in_time_a_budget_and_goals()
    {
        var agent = await chimera.Agent();

        (await request.Post("campaigns", Given.CampaignBody(Guid.NewGuid()))).Refuses(422, "campaign.unknown-agent", "/agent_ids/0");
        (await request.Post("campaigns", Given.CampaignBody(agent, ("end_date", Given.Start.AddDays(-1))))).Refuses(422, "campaign.dates", "/end_date");
        (await request.Post("campaigns", Given.CampaignBody(agent, ("budget_usd", 0)))).Refuses(422, "campaign.budget", "/budget_usd");
        (await request.Post("campaigns", Given.CampaignBody(agent, ("goals", Array.Empty<object>())))).Refuses(422, "campaign.goals", "/goals");
        (await request.Post("campaigns", Given.CampaignBody(agent, ("status", "paused")))).Refuses(422, "campaign.status", "/status");
    }

    [Fact]
    public async Task a_task_has_a_known_agent_and_campaign()
    {
        var agent = await chimera.Agent();

        (await request.Post("tasks", Given.TaskBody(Guid.NewGuid()))).Refuses(422, "task.unknown-agent", "/agent_id");
        (await request.Post("tasks", Given.TaskBody(agent, ("campaign_id", Guid.NewGuid())))).Refuses(422, "task.unknown-campaign", "/campaign_id");
    }
}
