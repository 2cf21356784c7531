namespace Chimera.Domain.Agents;

public sealed record CreateAgent(
    Guid AgentId, string Name, string? Bio, Persona Persona, SoulMd Soul, SocialHandles SocialHandles,
    string? WalletAddress, string? CharacterReferenceId);

/// <summary>Changes the fields that are given; null leaves a field as it is.</summary>
public sealed record ReviseAgent(
    Guid AgentId, string? Name = null, string? Bio = null, Persona? Persona = null, SoulMd? Soul = null, SocialHandles? SocialHandles = null,
    string? WalletAddress = null, string? CharacterReferenceId = null);

/// <param name="ByPipeline">Nobody waits for an answer: an agent that was archived meanwhile is left alone.</param>
public sealed record PauseAgent(Guid AgentId, string Reason, bool ByPipeline = false);
public sealed record ResumeAgent(Guid AgentId);
public sealed record ArchiveAgent(Guid AgentId);
