using Chimera.Api.Hosting.Feeds;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Integration.Tests.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host whose own pollers rest, for tests that start some.</summary>
public class QuietStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    internal ChimeraFixture Chimera { get; } = chimera;

    protected virtual FeedOptions Feeds => new() { MentionsEverySeconds = 0, TrendsEverySeconds = 0 };

    protected override Action<WebApplicationBuilder> Configure => builder => builder.Services.AddSingleton(Feeds);

    /// <summary>A campaign about walks in the forest, which goes on as long as nobody decides about its first post.</summary>
    internal async Task<Guid> Walkers(params (string Field, object? Value)[] changes)
    {
        var agent = (await Call("POST", "agents", Given.AgentBody(("name", $"Mara {Guid.NewGuid():N}"), ("bio", "Walks in the forest at dawn."), ("social_handles", new { twitter = $"m{Guid.NewGuid():N}"[..15] })))).Expect(201).Id("agent_id");
        var goal = Given.Goal(("topics", new[] { "doubt", "walking in the forest" }));
        var id = (await Call("POST", "campaigns", Given.CampaignBody(agent, [("status", "active"), ("goals", new[] { goal }), .. changes]))).Expect(201).Id("campaign_id");
        await CaughtUp();
        return id;
    }

    internal Task Planned(Guid campaign) =>
        Eventually.Is(() => Ask<long>($"select count(*) from chimera_events.mt_events where stream_id = '{campaign}' and type = 'campaign_planned'"), plans => plans == 1, "the campaign to be planned");

    /// <summary>Everybody begins to talk about something.</summary>
    internal Task Trend(string topic, double relevance = 0.9) => Run(FormattableString.Invariant($"select chimera_sandbox.trend('{topic}', relevance => {relevance})"));

    /// <summary>The events of a trend, in order, with the reasons that they give.</summary>
    internal Task<string> Story(string topic) => Ask<string>($"""
        select coalesce(string_agg(type || coalesce(' ' || (data ->> 'reason'), ''), '; ' order by version), '') from chimera_events.mt_events where stream_id = '{IdOf(topic)}'
        """);

    internal Task<string> Until(string topic, string type) => Eventually.Is(() => Story(topic), story => story.Contains(type, StringComparison.Ordinal), $"{topic} to be {type}");

    internal Task<long> Tasks(Guid campaign, string topic, string type) =>
        Ask<long>($"select count(*) from chimera.tasks where campaign_id = '{campaign}' and task_type = '{type}' and trace_id = '{IdOf(topic):N}'");

    internal Task<long> Posts(Guid campaign, string topic) => Ask<long>($"""
        select count(*) from chimera_sandbox.posts
        where idempotency_key in (select result_id::text from chimera.results join chimera.tasks using (task_id) where campaign_id = '{campaign}' and tasks.trace_id = '{IdOf(topic):N}')
        """);

    /// <summary>How often a feed was read.</summary>
    internal Task<long> Reads(string feed) => Calls(feed);

    internal static Guid IdOf(string topic) => Domain.Trends.Trend.IdOf(AnalyzeTrendInput.Trending, topic);
}

/// <summary>A host that looks at the news every fifth of a second.</summary>
public sealed class TrendStage(ChimeraFixture chimera) : QuietStage(chimera)
{
    protected override FeedOptions Feeds => new() { MentionsEverySeconds = 0, TrendsEverySeconds = 0.2 };
}
