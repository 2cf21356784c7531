using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Working;

/// <summary>Does the work of one task type, without any effect on the outside (specification 4.3).</summary>
public interface ITaskExecutor
{
    TaskType Type { get; }

    /// <summary>The tool server it calls, for the limits of that server; null when it calls none.</summary>
    string? Server => null;

    /// <exception cref="ToolException">The tool refused or failed, with its error code.</exception>
    Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation);
}

/// <summary>A task with all that its worker may know.</summary>
/// <param name="Dependencies">The accepted results of the tasks that this one waited for, by task id.</param>
public sealed record TaskOrder(AgentTask Task, Agent Agent, Campaign? Campaign, IReadOnlyDictionary<Guid, AcceptedOutput> Dependencies);

/// <summary>The accepted result of a finished task.</summary>
public sealed record AcceptedOutput(Guid ResultId, TaskType TaskType, JsonElement Output);

/// <summary>What an executor delivers.</summary>
/// <param name="CostUsd">US dollars.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record WorkProduct(
    JsonElement Output, string ModelUsed, double Confidence, decimal CostUsd = 0, int? TokensConsumed = null, bool NeedsReview = false);

/// <summary>A tool's failure under the code that the specification gives it (2.3).</summary>
/// <param name="retryAfterSeconds">How long the platform wants to be left alone, where it says so.</param>
/// <param name="costUsd">What it cost all the same, in US dollars.</param>
public sealed class ToolException(string errorType, string message, int? retryAfterSeconds = null, decimal costUsd = 0) : Exception(message)
{
    public decimal CostUsd { get; } = costUsd;
    public string ErrorType { get; } = errorType;

    public TaskError Error => new(ErrorType, Message, RetryAfterSeconds: retryAfterSeconds);
}
