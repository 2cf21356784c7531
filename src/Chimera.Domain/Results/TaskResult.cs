using System.Security.Cryptography;
using System.Text.Json;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Results;

public enum ResultStatus { Success, Failure, NeedsReview }

/// <summary>Where a result stands in review and, for work with an effect, in its commit.</summary>
public enum ResultStage { Submitted, Escalated, Approved, Rejected, Replaced, Committing, Committed, CommitFailed, OutcomeUnknown }

/// <summary>How an attempt went (S2.1-35 to 39).</summary>
/// <param name="CostUsd">US dollars.</param>
/// <param name="ConfidenceScore">0 to 1.</param>
public sealed record ResultMetadata(
    int ExecutionTimeMs, decimal CostUsd, double ConfidenceScore, string ModelUsed, int? TokensConsumed = null);

/// <summary>What one attempt at a task delivered, and what became of it.</summary>
/// <param name="HumanApproved">A human, not a judge, approved it.</param>
/// <param name="EffectRequests">How often its effect was asked for.</param>
public sealed record TaskResult(
    Guid Id, Guid TaskId, Guid WorkerId, TaskType TaskType, int Attempt, ResultStatus Status, JsonElement? OutputData, ResultMetadata Metadata,
    TaskError? ErrorDetails, string TraceId, DateTimeOffset CreatedAt, ResultStage Stage = ResultStage.Submitted, string? ContentSha256 = null,
    bool HumanApproved = false, string? IdempotencyKey = null, Judgement? Judgement = null, int EffectRequests = 0)
{
    /// <summary>What the attempt cost, and the judging of it, in US dollars.</summary>
    public decimal CostUsd => Metadata.CostUsd + (Judgement?.Checks.Sum(check => check.CostUsd) ?? 0);

    public static TaskResult? Evolve(TaskResult? result, ResultEvent @event) => @event switch
    {
        ResultSubmitted e => new(e.ResultId, e.TaskId, e.WorkerId, e.TaskType, e.Attempt, e.Status, e.OutputData, e.Metadata, e.ErrorDetails,
            e.TraceId, e.SubmittedAt),
        ResultApproved e => result! with
        {
            Stage = ResultStage.Approved,
            ContentSha256 = e.ContentSha256,
            HumanApproved = e.ApprovedBy == "human",
            Judgement = e.Judgement ?? result.Judgement
        },
        ResultRejected e => result! with { Stage = ResultStage.Rejected, Judgement = e.Judgement ?? result.Judgement },
        ResultEscalated e => result! with { Stage = ResultStage.Escalated, Judgement = e.Judgement ?? result.Judgement },
        ResultReplaced => result! with { Stage = ResultStage.Replaced },
        EffectRequested e => result! with { Stage = ResultStage.Committing, IdempotencyKey = e.IdempotencyKey, EffectRequests = result.EffectRequests + 1 },
        EffectDeferred e => result! with { Stage = ResultStage.Approved, IdempotencyKey = null, ErrorDetails = e.Error },
        EffectSucceeded e => result! with { Stage = ResultStage.Committed, OutputData = e.OutputData, ErrorDetails = null },
        EffectFailed e => result! with { Stage = ResultStage.CommitFailed, ErrorDetails = e.Error },
        EffectOutcomeUnknown e => result! with { Stage = ResultStage.OutcomeUnknown, ErrorDetails = e.Error },
        _ => result
    };

    /// <summary>SHA-256, lower-case hex, of the output: fields in ordinal order, no white space, no exponents, so that storing it cannot change it.</summary>
    public static string Sha256Of(JsonElement output) => Convert.ToHexStringLower(SHA256.HashData(Canonical(output)));

    private static byte[] Canonical(JsonElement json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) Write(writer, json);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var field in json.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(field.Name);
                Write(writer, field.Value);
            }
            writer.WriteEndObject();
        }
        else if (json.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in json.EnumerateArray()) Write(writer, item);
            writer.WriteEndArray();
        }
        else if (json.ValueKind == JsonValueKind.Number && json.GetRawText().AsSpan().ContainsAny('e', 'E') && json.TryGetDecimal(out var number))
        {
            writer.WriteNumberValue(number); // jsonb stores 1e2 as 100
        }
        else json.WriteTo(writer);
    }
}
