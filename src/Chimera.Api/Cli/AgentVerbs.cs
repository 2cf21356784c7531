using Chimera.Domain.Agents;

namespace Chimera.Api.Cli;

/// <summary><c>chimera agent …</c></summary>
internal static class AgentVerbs
{
    public static Verb All() => new Verb("agent", "The agents: their personas and whether they work.").With(
        Resource.Agents.List("Lists agents.", "agent list --status paused", Filter.OneOf<AgentStatus>("--status", "status")),
        Resource.Agents.Show("Shows an agent's profile."),
        Resource.Agents.Act("pause", "Holds all work of an agent.", reasoned: true),
        Resource.Agents.Act("resume", "Lets a paused agent go on."));
}
