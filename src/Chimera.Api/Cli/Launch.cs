using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;

namespace Chimera.Api.Cli;

/// <summary>Sends a valid brief to a host: agents are created or brought up to date, then the campaign is created.</summary>
internal sealed class Launch(HostClient host, Action<string> say)
{
    /// <summary>The campaign as the host answered.</summary>
    public async Task<JsonElement> Send(Brief brief, bool dryRun, CancellationToken cancellation)
    {
        var agents = new List<Guid>();
        foreach (var agent in brief.Agents) agents.Add(await BringUpToDate(agent, cancellation));
        var campaign = new NewCampaign(brief.Name, brief.Description, agents, brief.StartDate, brief.EndDate, brief.BudgetUsd, brief.Goals, brief.Constraints, brief.DryRun || dryRun);
        return await host.Post("campaigns", campaign, cancellation);
    }

    private async Task<Guid> BringUpToDate(BriefAgent agent, CancellationToken cancellation)
    {
        var id = BriefAgent.IdOf(agent.Name);
        var known = await host.Find($"agents/{id}", cancellation) is not null || !await Created(id, agent, cancellation);
        if (known) await host.Patch($"agents/{id}", Profile(agent) with { Status = AgentStatus.Active }, cancellation);
        say($"agent {id} {(known ? "updated" : "created")}: {agent.Name}");
        return id;
    }

    /// <summary>False when somebody else was faster.</summary>
    private async Task<bool> Created(Guid id, BriefAgent agent, CancellationToken cancellation)
    {
        try
        {
            await host.Post("agents", Profile(agent) with { AgentId = id }, cancellation);
            return true;
        }
        catch (HostRefusedException exists) when (exists.Code == "agent.exists")
        {
            return false;
        }
    }

    private static AgentProfile Profile(BriefAgent agent) => new(
        agent.Name, agent.Bio, new(agent.Persona.SoulMdPath, agent.Soul!.Text, agent.Persona.VoiceTone, agent.Persona.CoreValues, agent.Persona.Directives),
        agent.SocialHandles, agent.WalletAddress, agent.CharacterReferenceId);

    private sealed record AgentProfile(
        string Name, string? Bio, AgentPersona Persona, SocialHandles SocialHandles, string? WalletAddress, string? CharacterReferenceId, Guid? AgentId = null,
        AgentStatus? Status = null);

    private sealed record AgentPersona(
        string SoulMdPath, string SoulMd, IReadOnlyList<string>? VoiceTone, IReadOnlyList<string>? CoreValues, IReadOnlyList<string>? Directives);

    private sealed record NewCampaign(
        string Name, string? Description, IReadOnlyList<Guid> AgentIds, DateTimeOffset StartDate, DateTimeOffset? EndDate, decimal BudgetUsd,
        IReadOnlyList<CampaignGoal> Goals, PlanConstraints? Constraints, bool DryRun);
}
