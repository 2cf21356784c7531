using Chimera.Domain.Agents;

namespace Chimera.Integrations.Models;

/// <summary>An agent as models are told of it.</summary>
internal sealed record PersonaBrief(
    string Name, string? Bio, IReadOnlyList<string> VoiceTone, IReadOnlyList<string> CoreValues, IReadOnlyList<string> Directives, string SoulMd)
{
    private const int LongestSoul = 12_000;

    public static PromptData Of(Agent agent)
    {
        var (persona, soul) = (agent.Persona, agent.Soul.Text);
        return PromptData.Brief("persona", new PersonaBrief(agent.Name, agent.Bio, persona.VoiceTone, persona.CoreValues, persona.Directives,
            soul.Length > LongestSoul ? soul[..LongestSoul] : soul));
    }
}
