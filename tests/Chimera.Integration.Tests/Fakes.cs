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
using Chimera.Integrations.Models.Offline;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests;

/// <summary>Two tasks a post: write it, publish it.</summary>
internal sealed class FakePlanner : IPlanner
{
    public string ModelUsed => "fake";

    public Task<ProposedPlan> CreatePlan(
        Campaign campaign, IReadOnlyList<Agent> agents, PlanConstraints constraints, DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(new ProposedPlan([.. campaign.Goals.SelectMany(goal => Enumerable.Range(0, goal.Posts).SelectMany(_ => Post(campaign, goal, agents[0].Id)))]));

    public Task<OtherInput> HandleWorkerFailure(AgentTask failed, Agent agent, TaskResult? rejected, string reason, CancellationToken cancellation) =>
        Task.FromResult(new OtherInput(null));

    private static PlanTask[] Post(Campaign campaign, CampaignGoal goal, Guid agent)
    {
        var (write, publish) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (written, published) = (new GeneratePostInput(goal.Topics[0], goal.Platforms[0]), new PostContentInput(goal.Platforms[0], new(TextFrom: write)));
        return
        [
            new(write, agent, campaign.Id, TaskType.GeneratePost, ChimeraJson.Write(written), Dependents: [publish], TraceId: campaign.TraceId),
            new(publish, agent, campaign.Id, TaskType.PostContent, ChimeraJson.Write(published), Dependencies: [write], TraceId: campaign.TraceId)
        ];
    }
}

/// <summary>Writes "About" and the topic, never the same twice, which a network would refuse; a topic with "doubt" asks for a human.</summary>
internal sealed class FakeWriter : ITaskExecutor
{
    public TaskType Type => TaskType.GeneratePost;

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var topic = ChimeraJson.Read<GeneratePostInput>(order.Task.InputData, "task.input").Topic;
        var post = new GeneratePostOutput($"About {topic} ({order.Task.Id:N}).", ["#test"], 0.5, new(true, []));
        return Task.FromResult(new WorkProduct(ChimeraJson.Write(post), "fake", 1, 0.01m, NeedsReview: topic.Contains("doubt", StringComparison.Ordinal)));
    }
}

internal sealed class FakeJudges : IPersonaJudge, ISafetyJudge
{
    public Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(new CheckScore("persona", 1, [], "fits", "fake"));
    public Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(new CheckScore("safety", 1, [], "safe", "fake"));
}

internal static class Fakes
{
    public static void Register(IServiceCollection services)
    {
        Replace<IPlanner>(services, new FakePlanner());
        Replace<IPersonaJudge>(services, new FakeJudges());
        Replace<ISafetyJudge>(services, new FakeJudges());
        foreach (var offline in services.Where(service => service.ImplementationType == typeof(OfflineWriter)).ToArray()) services.Remove(offline);
        services.AddSingleton<ITaskExecutor, FakeWriter>();
    }

    private static void Replace<T>(IServiceCollection services, T fake) where T : class
    {
        foreach (var old in services.Where(service => service.ServiceType == typeof(T)).ToArray()) services.Remove(old);
        services.AddSingleton(fake);
    }
}
