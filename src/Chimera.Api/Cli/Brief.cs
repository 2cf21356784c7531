using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;

namespace Chimera.Api.Cli;

/// <summary>A campaign as its author writes it down: agents, goals and limits in one file (docs/campaign-brief.md).</summary>
public sealed record Brief(
    string Name, DateTimeOffset StartDate, decimal BudgetUsd, IReadOnlyList<BriefAgent> Agents, IReadOnlyList<CampaignGoal> Goals,
    string? Description = null, DateTimeOffset? EndDate = null, bool DryRun = false, PlanConstraints? Constraints = null)
{
    /// <summary>A brief that can be launched: its form, its rules and its SOUL.md files have been checked.</summary>
    public static Brief Read(string file) => BriefChecks.Complete(file, BriefFile.Read(file));
}

/// <summary>An agent of a brief. Its name is its identity: the same name in a later brief is the same agent.</summary>
public sealed record BriefAgent(
    string Name, BriefPersona Persona, SocialHandles SocialHandles, string? Bio = null, string? WalletAddress = null, string? CharacterReferenceId = null)
{
    private static readonly Guid Names = new("2b0f6f0c-6f0e-5d53-9b43-1c8f0d6a7e21");

    // Not public, so that it is no field of the file.
    internal SoulMd? Soul { get; init; }

    public static Guid IdOf(string name) => DerivedId.Of(Names, "agent/" + name.ToLowerInvariant());
}

/// <param name="SoulMdPath">The SOUL.md, relative to the brief and not outside its folder.</param>
public sealed record BriefPersona(
    string SoulMdPath, IReadOnlyList<string>? VoiceTone = null, IReadOnlyList<string>? CoreValues = null, IReadOnlyList<string>? Directives = null);
