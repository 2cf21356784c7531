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
/// <param name="callTime">How long a call takes; none at all by default.</param>
/// <param name="confidence">A low one sends every result to a human.</param>
internal sealed class NoOps(int tasks, int inputBytes, int outputBytes, TimeSpan callTime = default, double confidence = 1) : IPlanner, ITaskExecutor, IPersonaJudge, ISafetyJudge
{
    private static readonly CheckScore Fine = new("persona", 1, [], "no-op", "no-op"), Safe = new("safety", 1, [], "no-op", "no-op");

    private readonly JsonElement input = ChimeraJson.Write(new GeneratePostInput("no-op", Platform.Instagram, KeyMessage: new string('i', inputBytes)));
    private readonly JsonElement output = ChimeraJson.Write(new GeneratePostOutput(new string('o', outputBytes), [], 0.5, new(true, [])));
    private int running;

    public string ModelUsed => "no-op";
    public TaskType Type => TaskType.GeneratePost;

    public Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(new ProposedPlan(
            [.. Enumerable.Range(0, tasks).Select(i => new PlanTask(Guid.CreateVersion7(), agents[i % agents.Count].Id, campaign.Id, Type, input, TraceId: campaign.TraceId))]));

    public Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation) =>
        Task.FromResult(new OtherInput(null));

    /// <summary>The most calls that were under way at a time.</summary>
    public int MostRunning { get; private set; }

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation) =>
        callTime == default ? Task.FromResult(new WorkProduct(output, ModelUsed, confidence)) : Call(cancellation);

    public Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(Fine);
    public Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(Safe);

    private async Task<WorkProduct> Call(CancellationToken cancellation)
    {
        var now = Interlocked.Increment(ref running);
        if (now > MostRunning) MostRunning = now;
        await Task.Delay(callTime, cancellation);
        Interlocked.Decrement(ref running);
        return new(output, ModelUsed, confidence);
    }
}
