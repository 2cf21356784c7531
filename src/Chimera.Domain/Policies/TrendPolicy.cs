using System.Globalization;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Policies;

/// <summary>Which trends a campaign has looked at, by which of its agents, and which of them it posts about.</summary>
/// <param name="MinRelevance">Trends of less are passed over; 0 to 1.</param>
/// <param name="MinFit">Less than this an analysis has to find for no post to be written; 0 to 1.</param>
/// <param name="ADay">Trends that a campaign has looked at in a day (UTC).</param>
/// <param name="TaskUsd">Reserved for an analysis, and again for a post, in US dollars.</param>
public sealed record TrendPolicy(string Version, double MinRelevance, double MinFit, int ADay, decimal TaskUsd)
{
    public static readonly TrendPolicy Default = new("1", MinRelevance: 0.5, MinFit: 0.5, ADay: 5, TaskUsd: 0.05m);

    /// <summary>The ids that a campaign's analyses of a day get: what is taken by a task is used up, and no count has to be kept.</summary>
    public IReadOnlyList<Guid> PlacesOf(Guid campaignId, DateTimeOffset day) =>
        [.. Enumerable.Range(0, ADay).Select(place => DerivedId.Of(campaignId, string.Create(CultureInfo.InvariantCulture, $"trend/{day.UtcDateTime:yyyy-MM-dd}/{place}")))];

    /// <summary>The agent that shares the most words with the trend looks at it, unless trend, campaign or agents are not for it. An analysis is only paid for where a post may follow.</summary>
    /// <returns>The agent; or none, and why.</returns>
    public (Agent? Agent, string Reason) Choose(TrendingTopic trend, Campaign campaign, IEnumerable<Agent> agents, DateTimeOffset now)
    {
        if (trend.RelevanceScore < MinRelevance) return (null, "it is not relevant enough");
        if (Refusal(campaign, now, TaskType.AnalyzeTrend, TaskType.GeneratePost, TaskType.PostContent) is { } refusal) return (null, refusal);
        var (words, goals) = (Words.ContentStems(TextOf(trend)).ToHashSet(), campaign.Goals.SelectMany(WordsOf).ToHashSet());
        var concerned = agents.Select(agent => (Agent: agent, Shared: WordsOf(agent).Union(goals).Count(words.Contains))).Where(one => one.Shared > 0).ToArray();
        if (concerned.Length == 0) return (null, "it shares no words with the campaign");
        var heard = concerned.Where(one => IsHeard(one.Agent)).ToArray();
        if (heard.Length == 0) return (null, "its agents have no account there");
        var active = heard.Where(one => one.Agent.Status == AgentStatus.Active).ToArray();
        return active.Length == 0 ? (null, "its agents are not active") : (active.MaxBy(one => one.Shared).Agent, "");
    }

    /// <summary>The post that an analysis leads to: on the goal that is nearest to the trend, in words alone.</summary>
    /// <returns>The post's input and the goal it serves; or none, and why.</returns>
    public (GeneratePostInput? Post, CampaignGoal? Goal, string Reason) Follow(AnalyzeTrendOutput analysis, Campaign campaign, Agent agent, DateTimeOffset now)
    {
        if (analysis.Trends.FirstOrDefault(trend => trend.FitScore >= MinFit) is not { } best) return (null, null, "it does not suit the agent");
        if (Refusal(campaign, now, TaskType.GeneratePost, TaskType.PostContent) is { } refusal) return (null, null, refusal);
        if (!IsHeard(agent)) return (null, null, "the agent has no account there");
        if (agent.Status != AgentStatus.Active) return (null, null, "the agent is not active");
        var words = Words.ContentStems(TextOf(best.Told())).ToHashSet();
        var nearest = campaign.Goals.Where(goal => SpeaksInWords(goal, campaign)).MaxBy(goal => WordsOf(goal).Count(words.Contains))!;
        var topic = nearest.Topics.MaxBy(one => Words.ContentStems(one).Distinct().Count(words.Contains))!;
        return (new(topic, Platform.Twitter, nearest.Tone, Context: new(best.Told()), Hashtags: nearest.Hashtags), nearest, "");
    }

    /// <param name="next">The tasks that are to come of it, the publication last; that one costs nothing.</param>
    private string? Refusal(Campaign campaign, DateTimeOffset now, params ReadOnlySpan<TaskType> next)
    {
        var limits = campaign.Constraints;
        if (campaign.DryRun) return "the campaign is a dry run";
        if (campaign.Status != CampaignStatus.Active || campaign.EndDate <= now) return "the campaign does not run";
        if (limits.Deadline <= now) return "the campaign's deadline is past";
        foreach (var type in next)
            if (limits.AllowedTaskTypes?.Contains(type) == false) return $"the campaign does not allow {ChimeraJson.NameOf(type)}";
        if (!campaign.Goals.Any(goal => SpeaksInWords(goal, campaign))) return "the campaign does not post where words alone will do";
        if (campaign.PlannedTasks + next.Length > limits.MaxTasks) return "the campaign may not have so many tasks more";
        return campaign.FreeUsd < TaskUsd * (next.Length - 1) ? "the campaign has no money left for it" : null;
    }

    /// <summary>Where trends are spoken about.</summary>
    private static bool IsHeard(Agent agent) => agent.SocialHandles.Twitter is { Length: > 0 };

    /// <summary>Other platforms want a picture.</summary>
    private static bool SpeaksInWords(CampaignGoal goal, Campaign campaign) =>
        goal.Platforms.Contains(Platform.Twitter) && campaign.Constraints.AllowedPlatforms?.Contains(Platform.Twitter) != false;

    private static string TextOf(TrendingTopic trend) => string.Join(' ', trend.Sources.Select(source => source.Title).Prepend(trend.Topic));

    private static HashSet<string> WordsOf(Agent agent) => [.. Words.ContentStems(string.Join(' ', [agent.Bio ?? "", .. agent.Persona.CoreValues, .. agent.Persona.Directives]))];

    private static HashSet<string> WordsOf(CampaignGoal goal) => [.. Words.ContentStems(string.Join(' ', [goal.Objective, .. goal.Topics]))];
}
