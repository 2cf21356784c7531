using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Api.Cli;

/// <summary>The rules of a brief: those of the domain, asked before anything is sent, and those of the file.</summary>
internal static class BriefChecks
{
    public static Brief Complete(string file, Brief brief)
    {
        var problems = new List<BriefProblem>();
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var agents = brief.Agents.Select((agent, i) => WithSoul(agent, folder, $"/agents/{i}", problems)).ToArray();
        for (var i = 0; i < agents.Length; i++) Check(() => AgentDecider.Decide(Creation(agents[i]), DateTimeOffset.UnixEpoch), $"/agents/{i}", problems);
        Distinct(agents.Select(agent => agent.Name.ToLowerInvariant()), "name", "Another agent of this brief has this name.", problems);
        Distinct(agents.Select(agent => agent.WalletAddress?.ToLowerInvariant()), "wallet_address", "Another agent of this brief has this wallet.", problems);
        Check(() => CampaignDecider.Decide(Creation(brief), DateTimeOffset.UnixEpoch), "", problems);
        return problems.Count == 0 ? brief with { Agents = agents } : throw new BriefException(file, problems);
    }

    private static BriefAgent WithSoul(BriefAgent agent, string folder, string at, List<BriefProblem> problems)
    {
        try
        {
            var soul = SoulFile.Read(folder, agent.Persona.SoulMdPath);
            Check(() => Soul.Read(soul.Text), at, problems);
            return agent with { Soul = soul };
        }
        catch (IOException unusable)
        {
            problems.Add(new(at + "/persona/soul_md_path", unusable.Message));
            return agent;
        }
    }

    private static CreateAgent Creation(BriefAgent agent) => new(
        BriefAgent.IdOf(agent.Name), agent.Name, agent.Bio,
        new(agent.Persona.SoulMdPath, agent.Persona.VoiceTone ?? [], agent.Persona.CoreValues ?? [], agent.Persona.Directives ?? []),
        agent.Soul ?? Unread, agent.SocialHandles, agent.WalletAddress, agent.CharacterReferenceId);

    // What is wrong with the file is said already.
    private static readonly SoulMd Unread = new("unread", "");

    private static CreateCampaign Creation(Brief brief) => new(
        Guid.Empty, brief.Name, brief.Description, [.. brief.Agents.Select((_, i) => DerivedId.Of(Guid.Empty, $"{i}"))], brief.StartDate, brief.EndDate, brief.BudgetUsd,
        brief.Goals, brief.Constraints, brief.DryRun);

    private static void Check(Action decide, string at, List<BriefProblem> problems)
    {
        try
        {
            decide();
        }
        catch (RuleViolationException broken)
        {
            var pointer = broken.Pointer == "/agent_ids" ? "/agents" : broken.Pointer;
            if (problems.All(problem => problem.Pointer != at + pointer)) problems.Add(new(at + pointer, broken.Message));
        }
    }

    private static void Distinct(IEnumerable<string?> values, string field, string sentence, List<BriefProblem> problems)
    {
        var seen = new HashSet<string>();
        foreach (var (i, value) in values.Index())
            if (value is not null && !seen.Add(value)) problems.Add(new($"/agents/{i}/{field}", sentence));
    }
}
