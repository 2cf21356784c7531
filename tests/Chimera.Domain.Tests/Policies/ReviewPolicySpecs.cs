using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tests.Results;

namespace Chimera.Domain.Tests.Policies;

/// <summary>X-26: who decides about a result, and in which order the reasons count.</summary>
public sealed class ReviewPolicySpecs
{
    private static readonly TaskResult Post = TaskResult.Evolve(null, ResultHistory.Submitted)!;
    private static readonly TaskResult Doubtful = Post with { Status = ResultStatus.NeedsReview };
    private static readonly TaskResult Payment = Post with { TaskType = TaskType.ExecuteTransaction };
    private static readonly TaskResult Unsure = Post with { Metadata = Post.Metadata with { ConfidenceScore = 0.69 } };

    [Fact]
    public void a_result_whose_checks_all_pass_is_approved() => Judged(Post, Persona(0.9), Safety(0.9)).Is(Decision.Approve, "all checks pass");

    [Fact]
    public void a_check_that_is_missing_or_made_twice_reaches_a_human()
    {
        Unchecked(Post, Safety(1)).Is(Decision.Escalate, "the persona check is missing");
        Unchecked(Post, Persona(1)).Is(Decision.Escalate, "the safety check is missing");
        Unchecked(Post, Persona(1), Safety(1), Safety(0)).Is(Decision.Escalate, "the safety check is missing");
        Unchecked(Payment, Persona(1), Safety(1)).Is(Decision.Escalate, "the budget check is missing");
    }

    [Fact]
    public void the_default_thresholds_are_those_of_the_specification()
    {
        var policy = ReviewPolicy.Default;
        Assert.Equal(("1", 0.7, 0.5, 0.5, true), (policy.Version, policy.MinConfidence, policy.MinPersona, policy.MinSafety, policy.TransactionsNeedHuman));
    }

    [Theory, InlineData(0.69, Decision.Escalate, "low confidence"), InlineData(0.7, Decision.Approve, "all checks pass")]
    public void below_a_confidence_of_seventy_percent_a_human_decides(double confidence, Decision decision, string reason) =>
        Judged(Post with { Metadata = Post.Metadata with { ConfidenceScore = confidence } }, Persona(1), Safety(1)).Is(decision, reason);

    [Theory, InlineData(0.49, Decision.Reject, "persona: too cold"), InlineData(0.5, Decision.Approve, "all checks pass")]
    public void a_result_that_is_out_of_character_is_rejected(double score, Decision decision, string reason) =>
        Judged(Post, Persona(score), Safety(1)).Is(decision, reason);

    [Theory, InlineData(0.49, Decision.Reject, "safety: too loud"), InlineData(0.5, Decision.Approve, "all checks pass")]
    public void an_unsafe_result_without_a_hard_flag_is_rejected(double score, Decision decision, string reason) =>
        Judged(Post, Persona(1), Safety(score)).Is(decision, reason);

    [Fact]
    public void any_hard_safety_flag_reaches_a_human() => Judged(Post, Safety(1, "nsfw")).Is(Decision.Escalate, "safety: nsfw");

    [Fact]
    public void hard_flags_are_named_together_and_soft_ones_left_out() =>
        Judged(Post, Safety(1, "hate", "shouting", "nsfw")).Is(Decision.Escalate, "safety: hate, nsfw");

    [Fact]
    public void a_soft_flag_alone_decides_nothing() => Judged(Post, Safety(0.9, "shouting")).Is(Decision.Approve, "all checks pass");

    [Fact]
    public void a_flag_of_another_check_is_no_safety_flag() => Judged(Post, Persona(0.9, "nsfw")).Is(Decision.Approve, "all checks pass");

    [Theory, InlineData(0), InlineData(0.99)]
    public void what_the_cfo_does_not_pass_is_rejected(double score) => Judged(Payment, Budget(score)).Is(Decision.Reject, "budget: empty");

    [Fact]
    public void money_never_moves_on_a_judges_word_alone() =>
        Judged(Payment, Persona(1), Safety(1), Budget(1)).Is(Decision.Escalate, "a transaction needs a human");

    [Fact]
    public void a_policy_may_let_a_judge_move_money() =>
        Judged(ReviewPolicy.Default with { TransactionsNeedHuman = false }, Payment, byHuman: false, Budget(1)).Is(Decision.Approve, "all checks pass");

    [Fact]
    public void a_worker_that_asks_for_a_review_gets_one() => Judged(Doubtful, Persona(1), Safety(1)).Is(Decision.Escalate, "the worker asks for a review");

    [Fact]
    public void what_a_human_wrote_is_approved_whatever_the_persona_says() =>
        JudgedByHuman(Unsure, Persona(0), Safety(0.1)).Is(Decision.Approve, "a human wrote it, and it is safe and within budget");

    [Fact]
    public void a_human_bypasses_neither_safety_nor_budget()
    {
        JudgedByHuman(Post, Safety(1, "hate")).Is(Decision.Escalate, "safety: hate");
        JudgedByHuman(Payment, Budget(0)).Is(Decision.Reject, "budget: empty");
    }

    [Fact]
    public void a_human_moves_money() => JudgedByHuman(Payment, Budget(1)).Is(Decision.Approve, "a human wrote it, and it is safe and within budget");

    [Fact]
    public void a_hard_flag_counts_before_the_budget() => Judged(Payment, Safety(0, "hate"), Budget(0)).Is(Decision.Escalate, "safety: hate");

    [Fact]
    public void the_budget_counts_before_a_workers_doubts() => Judged(Doubtful, Budget(0)).Is(Decision.Reject, "budget: empty");

    [Fact]
    public void a_workers_doubts_count_before_the_persona() => Judged(Doubtful, Persona(0)).Is(Decision.Escalate, "the worker asks for a review");

    [Fact]
    public void the_persona_counts_before_soft_safety() => Judged(Post, Persona(0), Safety(0)).Is(Decision.Reject, "persona: too cold");

    [Fact]
    public void an_unsafe_transaction_is_rejected_before_a_human_is_asked() => Judged(Payment, Safety(0), Budget(1)).Is(Decision.Reject, "safety: too loud");

    [Fact]
    public void a_transaction_needs_a_human_before_its_confidence_counts() =>
        Judged(Payment with { Metadata = Unsure.Metadata }, Budget(1)).Is(Decision.Escalate, "a transaction needs a human");

    [Fact]
    public void a_rejection_counts_before_low_confidence() => Judged(Unsure, Persona(0)).Is(Decision.Reject, "persona: too cold");

    [Fact]
    public void a_reason_fits_its_column()
    {
        var flag = new string('f', 200);
        var reason = ReviewPolicy.Default.Judge(Post, byHuman: false, Completed(Post, Safety(1, flag))).Reason;
        Assert.Equal(("safety: " + flag)[..100], reason);
        var exact = new string('f', 92);
        Assert.Equal("safety: " + exact, ReviewPolicy.Default.Judge(Post, byHuman: false, Completed(Post, Safety(1, exact))).Reason);
    }

    [Fact]
    public void a_judgement_keeps_all_it_rests_on()
    {
        CheckScore[] checks = [Persona(0.9), Safety(0.8)];
        var judgement = (ReviewPolicy.Default with { Version = "7" }).Judge(Post, byHuman: false, checks);
        Assert.Equal(("7", 0.9), (judgement.PolicyVersion, judgement.Confidence));
        Assert.Same(checks, judgement.Checks);
    }

    [Fact]
    public void a_decision_is_approve_reject_or_escalate() =>
        Assert.Equal(["approve", "reject", "escalate"], Enum.GetValues<Decision>().Select(ChimeraJson.NameOf));

    private static CheckScore Persona(double score, params string[] flags) => new("persona", score, flags, "too cold", "claude");
    private static CheckScore Safety(double score, params string[] flags) => new("safety", score, flags, "too loud", "claude");
    private static CheckScore Budget(double score) => new("budget", score, [], "empty", "cfo_judge");

    private static Verdict Judged(TaskResult result, params CheckScore[] checks) => Judged(ReviewPolicy.Default, result, byHuman: false, checks);
    private static Verdict Unchecked(TaskResult result, params CheckScore[] checks) => new(ReviewPolicy.Default.Judge(result, byHuman: false, checks));
    private static Verdict JudgedByHuman(TaskResult result, params CheckScore[] checks) => Judged(ReviewPolicy.Default, result, byHuman: true, checks);
    private static Verdict Judged(ReviewPolicy policy, TaskResult result, bool byHuman, params CheckScore[] checks) =>
        new(policy.Judge(result, byHuman, Completed(result, checks)));

    /// <summary>Checks that a spec does not speak of have passed.</summary>
    private static CheckScore[] Completed(TaskResult result, params CheckScore[] checks)
    {
        CheckScore[] passed = result.TaskType == TaskType.ExecuteTransaction ? [Persona(1), Safety(1), Budget(1)] : [Persona(1), Safety(1)];
        return [.. passed.Where(one => checks.All(check => check.Check != one.Check)), .. checks];
    }

    private sealed record Verdict(Judgement Judgement)
    {
        public void Is(Decision decision, string reason) => Assert.Equal((decision, reason), (Judgement.Decision, Judgement.Reason));
    }
}
