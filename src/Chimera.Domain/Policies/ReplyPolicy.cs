using Chimera.Domain.Agents;
using Chimera.Domain.Mentions;

namespace Chimera.Domain.Policies;

/// <summary>Which mentions are answered, and by whom.</summary>
/// <param name="LongestAge">Older ones are passed over.</param>
/// <param name="MinFollowers">Authors with fewer are passed over.</param>
public sealed record ReplyPolicy(string Version, TimeSpan LongestAge, int MinFollowers)
{
    public static readonly ReplyPolicy Default = new("1", TimeSpan.FromDays(1), MinFollowers: 0);

    /// <summary>The first agent that the mention names answers it, unless one of our own agents wrote it: agents do not talk to each other for ever.</summary>
    /// <param name="agents">Those whose accounts are named, or who wrote it.</param>
    /// <returns>The agent; or none, and why.</returns>
    public (Agent? Agent, string Reason) Choose(Mention mention, IReadOnlyCollection<Agent> agents, DateTimeOffset now)
    {
        if (agents.Any(agent => IsOf(agent, mention.Author.Username))) return (null, "one of our own agents wrote it");
        if (mention.WrittenAt < now - LongestAge) return (null, "it is too old");
        if (mention.Author.FollowerCount < MinFollowers) return (null, "its author has too few followers");
        if (mention.Handles.Select(handle => agents.FirstOrDefault(agent => IsOf(agent, handle))).OfType<Agent>().FirstOrDefault() is not { } named) return (null, "it names none of our agents");
        return named.Status == AgentStatus.Active ? (named, "") : (null, "the agent that it names is not active");
    }

    private static bool IsOf(Agent agent, string handle) => string.Equals(agent.SocialHandles.Twitter?.TrimStart('@'), handle.TrimStart('@'), StringComparison.OrdinalIgnoreCase);
}
