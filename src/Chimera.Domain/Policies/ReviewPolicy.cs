using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Policies;

/// <summary>The versioned thresholds by which results are approved, rejected or given to a human .</summary>
/// <param name="MinConfidence">Below it a human decides; 0 to 1.</param>
/// <param name="MinPersona">Below it the result is rejected; 0 to 1.</param>
/// <param name="MinSafety">Below it, without a hard flag, the result is rejected; 0 to 1.</param>
/// <param name="TransactionsNeedHuman">Money never moves on a judge's word alone.</param>
public sealed record ReviewPolicy(
    string Version, double MinConfidence, double MinPersona, double MinSafety, bool TransactionsNeedHuman, IReadOnlyList<string> SoftFlags)
{
    /// <summary>The longest reason that fits <c>hitl_queue.escalation_reason</c>.</summary>
    public const int MaxReasonLength = 100;

    private static readonly string[] Checks = ["persona", "safety", "budget"];

    public static readonly ReviewPolicy Default = new("1", MinConfidence: 0.7, MinPersona: 0.5, MinSafety: 0.5, TransactionsNeedHuman: true, SoftFlags: ["shouting"]);

    /// <summary>All checks pass: approve; high risk: escalate; else reject (S4.4-7).</summary>
    public Judgement Judge(TaskResult result, bool byHuman, IReadOnlyList<CheckScore> checks)
    {
        var (decision, reason) = Decide(result, byHuman, checks);
        return new(decision, reason.Length > MaxReasonLength ? reason[..MaxReasonLength] : reason, Version, result.Metadata.ConfidenceScore, checks);
    }

    private (Decision, string) Decide(TaskResult result, bool byHuman, IReadOnlyList<CheckScore> checks)
    {
        if (Missing(result, checks) is { } missing) return (Decision.Escalate, $"the {missing} check is missing");
        var (persona, safety, budget) = (Score(checks, "persona"), Score(checks, "safety"), Score(checks, "budget"));
        var hard = checks.Where(check => check.Check == "safety").SelectMany(check => check.Flags).Except(SoftFlags).ToArray();

        if (hard.Length > 0) return (Decision.Escalate, "safety: " + string.Join(", ", hard));
        if (budget < 1) return (Decision.Reject, "budget: " + Reason(checks, "budget"));
        if (byHuman) return (Decision.Approve, "a human wrote it, and it is safe and within budget");
        if (result.Status == ResultStatus.NeedsReview) return (Decision.Escalate, "the worker asks for a review");
        if (persona < MinPersona) return (Decision.Reject, "persona: " + Reason(checks, "persona"));
        if (safety < MinSafety) return (Decision.Reject, "safety: " + Reason(checks, "safety"));
        if (result.TaskType == TaskType.ExecuteTransaction && TransactionsNeedHuman) return (Decision.Escalate, "a transaction needs a human");
        if (result.Metadata.ConfidenceScore < MinConfidence) return (Decision.Escalate, "low confidence");
        return (Decision.Approve, "all checks pass");
    }

    /// <summary>What was not checked is not fine: a human looks.</summary>
    private static string? Missing(TaskResult result, IReadOnlyList<CheckScore> checks) =>
        Checks.FirstOrDefault(name =>
            (name != "budget" || result.TaskType == TaskType.ExecuteTransaction) && checks.Count(check => check.Check == name) != 1);

    private static double Score(IReadOnlyList<CheckScore> checks, string name) => checks.FirstOrDefault(check => check.Check == name)?.Score ?? 1;

    private static string Reason(IReadOnlyList<CheckScore> checks, string name) => checks.First(check => check.Check == name).Reason;
}
