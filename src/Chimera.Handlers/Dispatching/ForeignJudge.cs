using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;
using static Chimera.Domain.Rule;

namespace Chimera.Handlers.Dispatching;

/// <summary>
/// Weighs a foreign judge's answer: its checks go through the review policy like those of our own models, and its decision can only be the stricter one.
/// An approval approves nothing that the policy does not; what a human wrote or released is not taken back by a machine.
/// </summary>
internal sealed class ForeignJudge(JudgementEntry given, ReviewPolicy policy) : IPersonaJudge, ISafetyJudge
{
    public async Task<Judgement> ValidateResult(Review review, CancellationToken cancellation)
    {
        var own = await new Judge(this, this, policy).ValidateResult(review, cancellation);
        var byHuman = review.ReleasedText is not null || review.Result.Metadata.ModelUsed == Judge.HumanModel;
        if (byHuman || own.Decision == Decision.Escalate || given.Decision == Decision.Approve) return own;
        return own.Decision == Decision.Approve || given.Decision == Decision.Escalate ? own with { Decision = given.Decision, Reason = Fit(given.Reason) } : own;
    }

    public static void Check(JudgementEntry given)
    {
        RequireText(given.Reason, 2000, "judgement.reason", "/judgement/reason");
        for (var i = 0; i < given.Checks.Count; i++)
            Require(given.Checks[i].Score is >= 0 and <= 1, "judgement.score", "The score is between 0 and 1.", $"/judgement/checks/{i}/score");
        foreach (var name in new[] { "persona", "safety" })
            Require(given.Checks.Count(check => check.Check == name) == 1, "judgement.checks", $"There is one {name} check.", "/judgement/checks");
    }

    Task<CheckScore> IPersonaJudge.CheckPersona(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(Score("persona"));

    Task<CheckScore> ISafetyJudge.CheckSafety(ReviewSubject subject, CancellationToken cancellation) => Task.FromResult(Score("safety"));

    private CheckScore Score(string name)
    {
        var check = given.Checks.First(one => one.Check == name);
        return new(name, check.Score, check.Flags ?? [], check.Reason, check.ModelUsed);
    }

    private static string Fit(string reason) => reason.Length > ReviewPolicy.MaxReasonLength ? reason[..ReviewPolicy.MaxReasonLength] : reason;
}
