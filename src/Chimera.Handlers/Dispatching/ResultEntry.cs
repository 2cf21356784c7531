using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Dispatching;

/// <summary>The Result object of specification 2.1 as it stands in <c>reviewqueue</c>; a judge's answer is the same with a judgement.</summary>
/// <param name="TaskType">Told to judges; a worker may leave it out.</param>
public sealed record ResultEntry(
    Guid ResultId, Guid TaskId, Guid WorkerId, ResultStatus Status, ResultMetadata Metadata, JsonElement? OutputData = null, ErrorEntry? ErrorDetails = null,
    DateTimeOffset? CreatedAt = null, string? TraceId = null, TaskType? TaskType = null, JudgementEntry? Judgement = null)
{
    private const string Rule = "result.json";

    public static ResultEntry Of(TaskResult result) => new(result.Id, result.TaskId, result.WorkerId, result.Status, result.Metadata, result.OutputData,
        result.ErrorDetails is { } error ? new(error.ErrorType, error.ErrorMessage) : null, result.CreatedAt, result.TraceId, result.TaskType);

    /// <summary>Reads what stood in a list; a misfit is rule <c>result.json</c> with a pointer to it.</summary>
    public static ResultEntry Read(string json)
    {
        try
        {
            return ChimeraJson.Read<ResultEntry>(JsonElement.Parse(json), Rule);
        }
        catch (JsonException)
        {
            throw new RuleViolationException(Rule, "This is no JSON.");
        }
    }
}

/// <summary>Why a foreign worker failed; every field may be missing.</summary>
public sealed record ErrorEntry(string? ErrorType = null, string? ErrorMessage = null, string? StackTrace = null);

/// <summary>What a foreign judge found and decided. It needs a persona and a safety check; without them a human decides.</summary>
public sealed record JudgementEntry(Decision Decision, string Reason, IReadOnlyList<CheckEntry> Checks);

/// <summary>One check of a foreign judge.</summary>
/// <param name="Check"><c>persona</c> or <c>safety</c>.</param>
/// <param name="Score">0 (unfit) to 1 (fit).</param>
public sealed record CheckEntry(string Check, double Score, string Reason, IReadOnlyList<string>? Flags = null, string ModelUsed = "foreign");
