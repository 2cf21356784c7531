using Chimera.Domain.Agents;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Models;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integration.Tests.Offline;
using Chimera.Integrations;
using Chimera.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chimera.Integration.Tests.Models;

/// <summary>Planner, workers and judges as the host composes them, all on one provider, which is a stub.</summary>
internal sealed class ModelStage : IDisposable, ITrendSource
{
    public static readonly LaunchBrief Brief = LaunchBrief.Read();

    private readonly ServiceProvider services;
    private readonly string prices = Path.Combine(Path.GetTempPath(), $"prices-{Guid.NewGuid():N}.json");

    public ModelStage(string provider = "gemini", MemoryCallLog? log = null, int timeoutSeconds = 60)
    {
        (Provider, Log) = (provider, log ?? new());
        Settings = ModelSettings.Read(name => Environment(name, timeoutSeconds));
        services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Clock).AddSingleton<IModelCallLog>(Log).AddSingleton<ITrendSource>(this)
            .AddOfflineModels().AddModels(Settings).BuildServiceProvider(validateScopes: true);
    }

    public static Agent Ilse => Brief.Ilse;

    public string Provider { get; }
    public ModelSettings Settings { get; }
    public ProviderStub Stub { get; } = new();
    public MemoryCallLog Log { get; }
    public CollectedLogs Logs { get; } = new();
    public HurryingClock Clock { get; } = new();
    public IReadOnlyList<TrendingTopic> Trends { get; init; } = [];

    public IPlanner Planner => services.GetRequiredService<IPlanner>();
    public IPersonaJudge PersonaJudge => services.GetRequiredService<IPersonaJudge>();
    public ISafetyJudge SafetyJudge => services.GetRequiredService<ISafetyJudge>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<IReadOnlyList<TrendingTopic>> Read(string resourceUri, CancellationToken cancellation) => Task.FromResult(Trends);

    public Task<WorkProduct> Write(GeneratePostInput? input = null, int attempt = 0) =>
        Work(TaskType.GeneratePost, input ?? new GeneratePostInput("Balcony panels", Platform.Twitter), attempt);

    public Task<WorkProduct> Reply(string comment) =>
        Work(TaskType.ReplyComment, new ReplyCommentInput(Platform.Twitter, "c-1", "stranger", comment));

    public Task<WorkProduct> Work<TInput>(TaskType type, TInput input, int attempt = 0) =>
        services.GetServices<ITaskExecutor>().Single(executor => executor.Type == type)
            .ExecuteTask(new(OfflineStage.TaskOf(Ilse, type, input) with { Attempt = attempt }, Ilse, null, new Dictionary<Guid, AcceptedOutput>()), Stop);

    public static ReviewSubject SubjectOf(string text)
    {
        var task = OfflineStage.TaskOf(Ilse, TaskType.GeneratePost, new GeneratePostInput("Balcony panels", Platform.Twitter));
        var output = Domain.ChimeraJson.Write(new GeneratePostOutput(text, [], 0.5, new(true, [])));
        return new(OfflineStage.ResultOf(task, new(output, "m", 1)), task, Ilse, text);
    }

    public void Dispose()
    {
        services.Dispose();
        Stub.Dispose();
        File.Delete(prices);
    }

    private string? Environment(string name, int timeoutSeconds) => name switch
    {
        "CHIMERA_PLANNER_MODEL" or "CHIMERA_WORKER_MODEL" or "CHIMERA_JUDGE_MODEL" => ModelOf(Provider),
        "GEMINI_BASE_URL" or "OPENAI_BASE_URL" => $"{Stub.Url}/v1",
        "CLAUDE_BASE_URL" or "OLLAMA_URL" => Stub.Url,
        "GEMINI_API_KEY" or "OPENAI_API_KEY" or "CLAUDE_API_KEY" => ProviderStub.Key,
        "CHIMERA_MODEL_TIMEOUT_SECONDS" => $"{timeoutSeconds}",
        "CHIMERA_MODEL_PRICES" when Provider == "openai" => Prices(),
        _ => null
    };

    private static string ModelOf(string provider) => provider switch
    {
        "openai" => "openai/made-up",
        "ollama" => "ollama/llama",
        _ => provider
    };

    private string Prices()
    {
        File.WriteAllText(prices, """{"version":"test-1","source":"made up","models":{"openai/made-up":{"input":0.15,"output":0.6}}}""");
        return prices;
    }
}
