using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integration.Tests.Offline;

/// <summary>Writer and judges without a pipeline around them.</summary>
internal sealed class OfflineStage
{
    public static readonly CancellationToken None = CancellationToken.None;

    public SafetyScanner Scanner { get; } = new();
    public Voices Voices { get; } = new();

    public OfflineWriter Writer => new(Voices, Scanner);
    public OfflinePlanner Planner => new(Scanner);

    public static AgentTask TaskOf<TInput>(Agent agent, TaskType type, TInput input, Guid? id = null) =>
        new(id ?? DerivedId.Of(agent.Id, "task"), agent.Id, null, type, 5, ChimeraJson.Write(input), [], [], 3, 300, "trace", 0, false, null, LaunchBrief.Now);

    public static AgentTask TaskOf(PlanTask plan) =>
        new(plan.TaskId, plan.AgentId, plan.CampaignId, plan.Type, plan.Priority, plan.InputData, plan.Dependencies ?? [], plan.Dependents ?? [],
            plan.MaxRetries,
            plan.TimeoutSeconds, plan.TraceId, plan.ReservedUsd, plan.DryRun, null, LaunchBrief.Now);

    public Task<WorkProduct> Work(Agent agent, AgentTask task) => Writer.ExecuteTask(new(task, agent, null, new Dictionary<Guid, AcceptedOutput>()), None);

    public async Task<GeneratePostOutput> Write(Agent agent, GeneratePostInput input, string task = "task") =>
        OutputOf((await Work(agent, TaskOf(agent, TaskType.GeneratePost, input, DerivedId.Of(agent.Id, task)))).Output);

    public static GeneratePostOutput OutputOf(JsonElement json) => (GeneratePostOutput)TaskSchemas.ReadOutput(TaskType.GeneratePost, json);

    public static string Published(GeneratePostOutput post) =>
        post.Hashtags.Count == 0 ? post.TextContent : $"{post.TextContent}\n\n{string.Join(' ', post.Hashtags)}";

    public static TaskResult ResultOf(AgentTask task, WorkProduct work) =>
        new(DerivedId.OfResult(task.Id, task.Attempt), task.Id, Guid.Empty, task.Type, task.Attempt, ResultStatus.Success, work.Output,
            new(1, work.CostUsd, work.Confidence, work.ModelUsed), null, task.TraceId, LaunchBrief.Now);

    public async Task<Judgement> Judge(Agent agent, AgentTask task, TaskResult result)
    {
        var subject = new ReviewSubject(result, task, agent, Published(OutputOf(result.OutputData!.Value)));
        return ReviewPolicy.Default.Judge(result, byHuman: false,
            [await new OfflinePersonaJudge(Voices).CheckPersona(subject, None), await new OfflineSafetyJudge(Scanner).CheckSafety(subject, None)]);
    }

    public async Task<CheckScore> PersonaOf(Agent agent, string? text) => await new OfflinePersonaJudge(Voices).CheckPersona(SubjectOf(agent, text), None);

    public async Task<CheckScore> SafetyOf(Agent agent, string? text) => await new OfflineSafetyJudge(Scanner).CheckSafety(SubjectOf(agent, text), None);

    private static ReviewSubject SubjectOf(Agent agent, string? text)
    {
        var task = TaskOf(agent, TaskType.GeneratePost, new GeneratePostInput("anything", Platform.Twitter));
        return new(ResultOf(task, new(default, "test", 1)), task, agent, text);
    }
}
