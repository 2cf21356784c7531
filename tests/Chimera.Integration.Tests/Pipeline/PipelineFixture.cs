using Chimera.Api.Hosting;
using Chimera.Api.Hosting.Reaping;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Working;
using Chimera.Integration.Tests.Hosting;
using Chimera.Integrations.Queues;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Chimera.Integration.Tests.Pipeline;

/// <summary>The real host on a real Postgres, with scripted tools behind the ports.</summary>
public class PipelineFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly PostgresHome home = new();

    public ScriptedTools Tools { get; } = new();
    public ChimeraHost Host { get; private set; } = null!;
    public Guid AgentId { get; } = Guid.CreateVersion7();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected virtual RedisOptions Redis => new();

    public virtual async ValueTask InitializeAsync()
    {
        await StartHost();
        await Send(new CreateAgent(AgentId, "Scripted", null, new("soul.md", [], [], []), new("I do as the topic says.", "00"), new(), null, null));
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        home.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the host on the database of this fixture.</summary>
    public async Task StartHost() =>
        Host = await ChimeraHost.Start(new HostSettings(home.Path, 0, "http://127.0.0.1", home.Path, home.Path) { Redis = Redis }, builder =>
        {
            Script(builder, Tools);
            builder.Services.AddSingleton(new ReapingOptions { EverySeconds = 0.2 });
        });

    public static void Script(WebApplicationBuilder builder, ScriptedTools tools)
    {
        foreach (var port in new[] { typeof(IPlanner), typeof(IPersonaJudge), typeof(ISafetyJudge), typeof(ISocialPlatform), typeof(ITaskExecutor) })
        {
            foreach (var old in builder.Services.Where(service => service.ServiceType == port).ToArray()) builder.Services.Remove(old);
            builder.Services.AddSingleton(port, tools);
        }
        builder.Services.AddSingleton<ITaskExecutor, PostPreparer>();
        builder.Services.AddSingleton<ITaskExecutor, TransactionPreparer>();
    }

    public Task Send(object command) => Host.App.MessageBus().InvokeAsync(command, Stop);

    /// <summary>Adds a task and returns its id.</summary>
    public async Task<Guid> Add(PlanTask task)
    {
        await Host.App.Services.GetRequiredService<StagePool<PlanTask, PlanTask, PlanTask>>().Work([task], default, Stop);
        return task.TaskId;
    }

    public PlanTask Post(string topic) => new(Guid.CreateVersion7(), AgentId, null, TaskType.GeneratePost, ScriptedTools.Topic(topic));

    public async Task<T?> Find<T>(Guid id) where T : class
    {
        await using var session = Host.App.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        return (await session.Streams().Begin(DateTimeOffset.UtcNow, [id], Stop)).Find<T>(id);
    }

    /// <summary>The state once it is as wanted; fails with the state it had last.</summary>
    public async Task<T> Until<T>(Guid id, Func<T, bool> wanted) where T : class
    {
        var deadline = DateTime.UtcNow + Patience;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var state = await Find<T>(id);
            if (state is not null && wanted(state)) return state;
            Assert.True(DateTime.UtcNow < deadline, $"Still not as wanted: {state}");
            await tick.WaitForNextTickAsync(Stop);
        }
    }

    public Task<AgentTask> Until(Guid taskId, TaskStage stage) => Until<AgentTask>(taskId, task => task.Stage == stage);

    public async Task<HitlItem> Escalated(Guid taskId)
    {
        var task = await Until(taskId, TaskStage.Escalated);
        return (await Find<HitlItem>(task.HitlId!.Value))!;
    }

    public async Task<IReadOnlyList<object>> Events(Guid stream)
    {
        await using var session = Host.App.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return [.. (await session.Events.FetchStreamAsync(stream, token: Stop)).Select(e => e.Data)];
    }
}
