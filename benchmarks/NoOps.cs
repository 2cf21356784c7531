using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;

namespace Chimera.Benchmarks;

/// <summary>A planner, worker and judges that do nothing, so that what is measured is the pipeline itself.</summary>
internal sealed class NoOps(int tasks, int inputBytes, int outputBytes) : IPlanner, ITaskExecutor, IPersonaJudge, ISafetyJudge
{
    private static readonly CheckScore Fine = new("persona", 1, [], "no-op", "no-op"), Safe = new("safety", 1, [], "no-op", "no-op");

    private readonly JsonElement input = ChimeraJson.Write(new GeneratePostInput("no-op", Platform.Instagram, KeyMessage: new string('i', inputBytes)));
    private readonly JsonElement output = ChimeraJson.Write(new GeneratePostOutput(new string('o', outputBytes), [], 0.5, new(true, [])));

    public string ModelUsed => "no-op";
    public TaskType Type => TaskType.GeneratePost;

    public Task<IReadOnlyList<PlanTask>> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PlanTask>>(
            [.. Enumerable.Range(0, tasks).Select(i => new PlanTask(Guid.CreateVersion7(), agents[i % agents.Count].Id, campaign.Id, Type, input, TraceId: campaign.TraceId))]);

    public Task<JsonElement?> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation) =>
        Task.FromResult<JsonElement?>(null);

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation) => Task.FromResult(new WorkProduct(output, ModelUsed, 1));
    public Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(Fine);
    public Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(Safe);
}
