using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>The executors of a process: the product's own preparers and plain writers, all of them slow, silent, failing or lying at times.</summary>
public static class Tools
{
    public const decimal Cost = 0.02m, LyingCost = 5;

    private static readonly JsonElement
        Post = ChimeraJson.Write(new GeneratePostOutput("Fresh today.", ["#new"], 0.5, new(true, []))),
        Reply = ChimeraJson.Write(new PreparedPost(Platform.Twitter, "Thank you!", [], [], ReplyTo: "comment-1", SafetyCheck: new(true, []))),
        Trends = ChimeraJson.Write(new AnalyzeTrendOutput([new("Espresso", "culture", 0.9, [], Sentiment.Neutral, 0.9, "What it means for us.")]));

    public static IEnumerable<ITaskExecutor> Of(Machine machine) =>
    [
        new SimulatedTool(machine, new PostPreparer()), new SimulatedTool(machine, new TransactionPreparer()),
        new SimulatedTool(machine, new Writer(TaskType.GeneratePost, Post)),
        new SimulatedTool(machine, new Writer(TaskType.ReplyComment, Reply)), new SimulatedTool(machine, new Writer(TaskType.AnalyzeTrend, Trends))
    ];

    private sealed class Writer(TaskType type, JsonElement output) : ITaskExecutor
    {
        public TaskType Type => type;

        public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation) => Task.FromResult(new WorkProduct(output, "simulated", 0.9, Cost));
    }
}

/// <summary>An executor with the faults of its kind.</summary>
internal sealed class SimulatedTool(Machine machine, ITaskExecutor inner) : ITaskExecutor
{
    private static readonly string[] Errors = ["RATE_LIMIT", "RPC_UNAVAILABLE", "INVALID_PROMPT", "NSFW_DETECTED", "AUTH_FAILED", "UNHEARD_OF"];
    private static readonly JsonElement Nonsense = JsonElement.Parse("""{"nonsense":true}"""), Null = JsonElement.Parse("null");

    public TaskType Type => inner.Type;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var (world, about) = (machine.World, Hash.Of(order.Task.Id));
        var n = world.Count(Kind.ToolFails, about);
        if (world.Fault(Kind.ToolSlow, about, n)) await machine.Wait(world.Amount(Kind.ToolSlow, about, n) * TimeSpan.FromSeconds(15));
        if (world.Fault(Kind.ToolSilent, about, n)) await new TaskCompletionSource().Task;
        var failure = world.Fault(Kind.ToolFails, about, n, Errors.Length + 1);
        if (failure > Errors.Length) throw new InvalidOperationException("The tool broke.");
        if (failure > 0) throw new ToolException(Errors[failure - 1], "The tool says no.");
        return Lie(await inner.ExecuteTask(order, cancellation), world.Fault(Kind.ToolLies, about, n, 7));
    }

    private static WorkProduct Lie(WorkProduct truth, int lie) => lie switch
    {
        1 => truth with { Output = Nonsense },
        2 => truth with { CostUsd = -1 },
        3 => truth with { CostUsd = Tools.LyingCost },
        4 => truth with { Confidence = 7 },
        5 => truth with { NeedsReview = true },
        6 => truth with { Confidence = 0.1 },
        7 => truth with { Output = Null },
        _ => truth
    };
}
