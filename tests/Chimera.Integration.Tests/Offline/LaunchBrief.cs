using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integration.Tests.Offline;

/// <summary>The example brief, read as strictly as the platform reads it.</summary>
internal sealed record LaunchBrief(Campaign Campaign, IReadOnlyList<Agent> Agents)
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    public Agent Ilse => Agents[0];
    public Agent Theo => Agents[1];
    public Agent Pip => Agents[2];

    public static LaunchBrief Read(string campaign = "launch")
    {
        var folder = Path.GetFullPath(Path.Combine(HereIs(), "../../../examples"));
        var brief = ChimeraJson.Read<Brief>(JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "launch-campaign.json"))).RootElement, "brief");
        var id = DerivedId.Of(Guid.Empty, campaign);
        Agent[] agents = [.. brief.Agents.Select(agent => AgentOf(agent, folder))];
        var created = CampaignDecider.Decide(new CreateCampaign(id, brief.Name, brief.Description, [.. agents.Select(agent => agent.Id)], brief.StartDate,
            brief.EndDate,
            brief.BudgetUsd, brief.Goals, brief.Constraints, brief.DryRun, TraceId: "trace"), Now);
        return new(created.Aggregate((Campaign?)null, Campaign.Evolve)!, agents);
    }

    private static Agent AgentOf(BriefAgent agent, string folder)
    {
        var text = File.ReadAllText(Path.Combine(folder, agent.Persona.SoulMdPath));
        var persona = Soul.Read(text).Complete(new(agent.Persona.SoulMdPath, agent.Persona.VoiceTone ?? [], agent.Persona.CoreValues ?? [],
            agent.Persona.Directives ?? []));
        var soul = new SoulMd(text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        return AgentDecider.Decide(new CreateAgent(DerivedId.Of(Guid.Empty, agent.Name), agent.Name, agent.Bio, persona, soul, agent.SocialHandles,
            agent.WalletAddress, agent.CharacterReferenceId), Now)
            .Aggregate((Agent?)null, Agent.Evolve)!;
    }

    private static string HereIs([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed record BriefPersona(string SoulMdPath, IReadOnlyList<string>? VoiceTone = null, IReadOnlyList<string>? CoreValues = null,
        IReadOnlyList<string>? Directives = null);

    private sealed record BriefAgent(
        string Name, string? Bio, BriefPersona Persona, SocialHandles SocialHandles, string? WalletAddress = null, string? CharacterReferenceId = null);

    private sealed record Brief(
        string Name, string? Description, DateTimeOffset StartDate, DateTimeOffset? EndDate, decimal BudgetUsd, IReadOnlyList<BriefAgent> Agents,
        IReadOnlyList<CampaignGoal> Goals, PlanConstraints? Constraints = null, bool DryRun = false);
}
