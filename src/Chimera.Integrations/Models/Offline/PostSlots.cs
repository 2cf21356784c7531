using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;

namespace Chimera.Integrations.Models.Offline;

/// <summary>One post of a goal: whose it is, where it goes and what it is about.</summary>
internal sealed record PostSlot(CampaignGoal Goal, string Name, Agent Agent, Platform Platform, string Topic, string? KeyMessage);

/// <summary>Hands a goal's posts out in turn.</summary>
internal static class PostSlots
{
    public static IEnumerable<PostSlot> Of(CampaignGoal goal, int goalNumber, IReadOnlyList<Agent> agents, PlanConstraints constraints)
    {
        var stages = Stages(goal, agents, constraints);
        if (stages.Count == 0) yield break;
        for (var i = 0; i < goal.Posts; i++)
        {
            // goals begin with different agents, and each full round moves on by one topic: else an agent would always get the same one
            var (agent, platform) = stages[(i + goalNumber) % stages.Count];
            yield return new(goal, $"goal/{goalNumber}/post/{i}", agent, platform, goal.Topics[(i + i / stages.Count) % goal.Topics.Count],
                goal.KeyMessages is { Count: > 0 } messages ? messages[i % messages.Count] : null);
        }
    }

    // platforms in turn, and on each the agents in turn, shifted so that neighbours differ in both
    private static List<(Agent Agent, Platform Platform)> Stages(CampaignGoal goal, IReadOnlyList<Agent> agents, PlanConstraints constraints)
    {
        var platforms = goal.Platforms.Distinct().Where(platform => constraints.AllowedPlatforms?.Contains(platform) != false).ToArray();
        var speakers = platforms.Select(platform => SpeakersOn(platform, agents)).ToArray();
        var stages = new List<(Agent, Platform)>();
        for (var round = 0; round < agents.Count; round++)
            for (var p = 0; p < platforms.Length; p++)
                if (round < speakers[p].Length) stages.Add((speakers[p][(round + p) % speakers[p].Length], platforms[p]));
        return stages;
    }

    private static Agent[] SpeakersOn(Platform platform, IReadOnlyList<Agent> agents)
    {
        var withHandle = agents.Where(agent => HandleOn(platform, agent) is { Length: > 0 }).ToArray();
        return withHandle.Length > 0 ? withHandle : [.. agents];
    }

    private static string? HandleOn(Platform platform, Agent agent) => platform switch
    {
        Platform.Twitter => agent.SocialHandles.Twitter,
        Platform.Instagram => agent.SocialHandles.Instagram,
        _ => agent.SocialHandles.Tiktok
    };
}
