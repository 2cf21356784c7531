using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Handlers.Judging;

/// <summary>Everything a judge may look at for one result.</summary>
/// <param name="ReleasedText">A text that a human has approved for this task; it is not held against the same text again.</param>
public sealed record Review(TaskResult Result, AgentTask Task, Agent Agent, Campaign? Campaign, string? ReleasedText);

/// <summary>validate_result (S4.4-4 to 7): persona, safety and budget checks under the review policy.</summary>
public sealed class Judge(IPersonaJudge persona, ISafetyJudge safety, ReviewPolicy policy)
{
    public const string HumanModel = "human";

    public async Task<Judgement> ValidateResult(Review review, CancellationToken cancellation)
    {
        var (result, text) = (review.Result, TextOf(review.Result));
        if (text is not null && text == review.ReleasedText) return Released(result);
        var checks = new List<CheckScore>(3);
        var subject = new ReviewSubject(result, review.Task, review.Agent, text);
        checks.Add(await persona.CheckPersona(subject, cancellation));
        checks.Add(await safety.CheckSafety(subject, cancellation));
        if (result.TaskType == TaskType.ExecuteTransaction)
        {
            var transaction = (ExecuteTransactionInput)TaskSchemas.ReadInput(result.TaskType, result.OutputData!.Value);
            checks.Add(CfoJudge.Check(transaction, review.Agent, review.Campaign));
        }
        return policy.Judge(result, result.Metadata.ModelUsed == HumanModel, checks);
    }

    /// <summary>The text of a result that people would read.</summary>
    public static string? TextOf(TaskResult result)
    {
        if (result.OutputData is not { ValueKind: System.Text.Json.JsonValueKind.Object } output) return null;
        return output.TryGetProperty("text_content", out var written) ? written.GetString()
            : output.TryGetProperty("text", out var prepared) ? prepared.GetString()
            : null;
    }

    private Judgement Released(TaskResult result) =>
        new(Decision.Approve, "a human approved this text", policy.Version, result.Metadata.ConfidenceScore, []);
}
