namespace Chimera.Domain.Agents;

/// <summary>What can happen to an agent. Stored forever: add, never rename or remove.</summary>
public abstract record AgentEvent;
public sealed record AgentCreated(
    Guid AgentId, string Name, string? Bio, Persona Persona, SoulMd Soul, SocialHandles SocialHandles,
    string? WalletAddress, string? CharacterReferenceId, DateTimeOffset CreatedAt) : AgentEvent;
public sealed record AgentRenamed(string Name, DateTimeOffset At) : AgentEvent;
public sealed record AgentBioRewritten(string? Bio, DateTimeOffset At) : AgentEvent;
public sealed record AgentPersonaReplaced(Persona Persona, SoulMd Soul, DateTimeOffset At) : AgentEvent;
public sealed record AgentHandlesReplaced(SocialHandles SocialHandles, DateTimeOffset At) : AgentEvent;
public sealed record AgentWalletAssigned(string WalletAddress, DateTimeOffset At) : AgentEvent;
public sealed record AgentCharacterReplaced(string? CharacterReferenceId, DateTimeOffset At) : AgentEvent;
public sealed record AgentPaused(string Reason, DateTimeOffset At) : AgentEvent;
public sealed record AgentResumed(DateTimeOffset At) : AgentEvent;
public sealed record AgentArchived(DateTimeOffset At) : AgentEvent;

/// <summary>Who owns a wallet address; its stream id is derived from the address, so a second claim collides.</summary>
public abstract record WalletClaimEvent;
public sealed record WalletClaimed(string WalletAddress, Guid AgentId, DateTimeOffset At) : WalletClaimEvent;
