namespace Chimera.Domain.Agents;

public enum AgentStatus { Active, Paused, Archived }

/// <summary>How an agent speaks and what it stands for (specification 2.1).</summary>
public sealed record Persona(
    string SoulMdPath, IReadOnlyList<string> VoiceTone, IReadOnlyList<string> CoreValues, IReadOnlyList<string> Directives);

/// <summary>The text of the persona file as it was read, with its SHA-256 in hex: a path alone cannot be audited .</summary>
public sealed record SoulMd(string Text, string Sha256);

/// <summary>The agent's account name on each platform.</summary>
public sealed record SocialHandles(string? Twitter = null, string? Instagram = null, string? Tiktok = null);

/// <summary>A social-media agent: persona, accounts and wallet.</summary>
public sealed record Agent(
    Guid Id, string Name, string? Bio, Persona Persona, SoulMd Soul, SocialHandles SocialHandles, string? WalletAddress,
    string? CharacterReferenceId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, AgentStatus Status = AgentStatus.Active)
{
    public static Agent? Evolve(Agent? agent, AgentEvent @event) => @event switch
    {
        AgentCreated e => new(e.AgentId, e.Name, e.Bio, e.Persona, e.Soul, e.SocialHandles, e.WalletAddress, e.CharacterReferenceId, e.CreatedAt, e.CreatedAt),
        AgentRenamed e => agent! with { Name = e.Name, UpdatedAt = e.At },
        AgentBioRewritten e => agent! with { Bio = e.Bio, UpdatedAt = e.At },
        AgentPersonaReplaced e => agent! with { Persona = e.Persona, Soul = e.Soul, UpdatedAt = e.At },
        AgentHandlesReplaced e => agent! with { SocialHandles = e.SocialHandles, UpdatedAt = e.At },
        AgentWalletAssigned e => agent! with { WalletAddress = e.WalletAddress, UpdatedAt = e.At },
        AgentCharacterReplaced e => agent! with { CharacterReferenceId = e.CharacterReferenceId, UpdatedAt = e.At },
        AgentPaused e => agent! with { Status = AgentStatus.Paused, UpdatedAt = e.At },
        AgentResumed e => agent! with { Status = AgentStatus.Active, UpdatedAt = e.At },
        AgentArchived e => agent! with { Status = AgentStatus.Archived, UpdatedAt = e.At },
        _ => agent
    };
}
