using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;
using Microsoft.Extensions.Logging;

namespace Chimera.Integrations.Models;

/// <summary>Has campaigns planned by a model. A plan that breaks a rule of the domain goes back to it; when it has no good plan, the campaign's plan fails.</summary>
/// <param name="postUsd">What the writing of one post is expected to cost at most, in US dollars: reserved with the plan.</param>
internal sealed class ModelPlanner(RoleModel model, SafetyScanner scanner, decimal postUsd, ILogger<ModelPlanner> log) : IPlanner
{
    private const int MaxOutputTokens = 32_000;

    private static readonly Prompt Instructions = Prompt.Load("plan-campaign");

    public string ModelUsed => model.Model;

    public async Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation)
    {
        var speakers = agents.Where(agent => agent.Status == AgentStatus.Active).ToArray();
        var about = new Occasion(campaign.Id, campaign.UpdatedAt.ToString("O"), TraceId: campaign.TraceId); // planned anew after a change, it is another question
        var drafting = new PlanDrafting(campaign, speakers, postUsd, now);
        var answer = await model.Ask(new Question<IReadOnlyList<PlanTask>>(Instructions, [.. drafting.Data()], about, drafting.Read, MaxOutputTokens), cancellation);
        return new(answer.Value, answer.CostUsd);
    }

    /// <summary>Posts and images are rephrased by the model; what it cannot help with, or does not answer, is left to the rules of the offline planner.</summary>
    public async Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation)
    {
        if (Revision.Of(failed, agent, rejected, reason) is not { } question) return new(OtherApproach.To(failed, rejected, reason, scanner));
        try
        {
            var answer = await model.Ask(question, cancellation);
            return new(answer.Value.Input, answer.CostUsd);
        }
        catch (ToolException silent)
        {
            log.LogWarning("Task {TaskId} is revised by rule: {Failure}", failed.Id, silent.Message);
            return new(OtherApproach.To(failed, rejected, reason, scanner), silent.CostUsd);
        }
    }
}
