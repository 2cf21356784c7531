using static Chimera.Domain.Agents.AgentStatus;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Agents;

/// <summary>The rules of an agent's life. Pure: (command, state, now) in, events out.</summary>
public static class AgentDecider
{
    public const int MaxNameLength = 100, MaxBioLength = 500, MaxPathLength = 500, MaxReferenceLength = 255;

    public static AgentEvent[] Decide(CreateAgent command, DateTimeOffset now)
    {
        RequireName(command.Name);
        RequireBio(command.Bio);
        RequirePersona(command.Persona, command.Soul);
        RequireWallet(command.WalletAddress);
        RequireReference(command.CharacterReferenceId);
        return
        [
            new AgentCreated(command.AgentId, command.Name, command.Bio, command.Persona, command.Soul, command.SocialHandles,
                command.WalletAddress, command.CharacterReferenceId, now)
        ];
    }

    public static AgentEvent[] Decide(ReviseAgent command, Agent agent, DateTimeOffset now)
    {
        RequireNotArchived(agent);
        var events = new List<AgentEvent>();
        if (command.Name is { } name && name != agent.Name) { RequireName(name); events.Add(new AgentRenamed(name, now)); }
        if (command.Bio is { } bio && bio != agent.Bio) { RequireBio(bio); events.Add(new AgentBioRewritten(bio, now)); }
        if (command.Persona is not null || command.Soul is not null) events.AddRange(ReplacePersona(command, agent, now));
        if (command.SocialHandles is { } handles && handles != agent.SocialHandles) events.Add(new AgentHandlesReplaced(handles, now));
        if (command.WalletAddress is { } wallet && wallet != agent.WalletAddress) { RequireWallet(wallet); events.Add(new AgentWalletAssigned(wallet, now)); }
        if (command.CharacterReferenceId is { } reference && reference != agent.CharacterReferenceId)
        {
            RequireReference(reference);
            events.Add(new AgentCharacterReplaced(reference, now));
        }
        return [.. events];
    }

    public static AgentEvent[] Decide(PauseAgent command, Agent agent, DateTimeOffset now)
    {
        if (agent.Status == Paused || (agent.Status == Archived && command.ByPipeline)) return [];
        RequireNotArchived(agent);
        return [new AgentPaused(command.Reason, now)];
    }

    public static AgentEvent[] Decide(ResumeAgent command, Agent agent, DateTimeOffset now)
    {
        if (agent.Status == Active) return [];
        RequireNotArchived(agent);
        return [new AgentResumed(now)];
    }

    public static AgentEvent[] Decide(ArchiveAgent command, Agent agent, DateTimeOffset now) =>
        agent.Status == Archived ? [] : [new AgentArchived(now)];

    /// <summary>An agent claims its wallet; the claim's stream is derived from the address, so nobody can claim it twice.</summary>
    public static WalletClaimed Claim(string walletAddress, Guid agentId, DateTimeOffset now) => new(walletAddress, agentId, now);

    private static AgentEvent[] ReplacePersona(ReviseAgent command, Agent agent, DateTimeOffset now)
    {
        var (persona, soul) = (command.Persona ?? agent.Persona, command.Soul ?? agent.Soul);
        RequirePersona(persona, soul);
        return soul == agent.Soul && SamePersona(persona, agent.Persona) ? [] : [new AgentPersonaReplaced(persona, soul, now)];
    }

    private static bool SamePersona(Persona one, Persona other) =>
        one.SoulMdPath == other.SoulMdPath && one.VoiceTone.SequenceEqual(other.VoiceTone) &&
        one.CoreValues.SequenceEqual(other.CoreValues) && one.Directives.SequenceEqual(other.Directives);

    private static void RequireNotArchived(Agent agent) =>
        Require(agent.Status != Archived, "agent.archived", "The agent is archived; archived is final.");

    private static void RequireName(string name) => RequireText(name, MaxNameLength, "agent.name", "/name");

    private static void RequireBio(string? bio) =>
        Require(bio is null || bio.Length <= MaxBioLength, "agent.bio", $"The bio has {bio?.Length} characters; at most {MaxBioLength} are allowed.", "/bio");

    private static void RequirePersona(Persona persona, SoulMd soul)
    {
        RequireText(persona.SoulMdPath, MaxPathLength, "agent.soul", "/persona/soul_md_path");
        Require(!string.IsNullOrWhiteSpace(soul.Text), "agent.soul", "SOUL.md is empty.", "/persona/soul_md_path");
    }

    private static void RequireWallet(string? wallet) =>
        Require(wallet is null || WalletAddress.IsValid(wallet), "agent.wallet", "The wallet address is not 0x and 40 hex digits with a valid EIP-55 checksum.", "/wallet_address");

    private static void RequireReference(string? reference) =>
        Require(reference is null || reference.Length <= MaxReferenceLength, "agent.character-reference",
            $"At most {MaxReferenceLength} characters are allowed.", "/character_reference_id");
}
