using System.Text.Json;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class ResultEvolveSpecs
{
    [Fact]
    public void a_submitted_result_holds_every_fact() => Given(Submitted with { Attempt = 2, ErrorDetails = Refused }).ThenState(result =>
    {
        Assert.Equal((ResultId, TaskId, Worker, TaskType.PostContent, 2), (result.Id, result.TaskId, result.WorkerId, result.TaskType, result.Attempt));
        Assert.Equal((ResultStatus.Success, Metadata, Refused, "trace-1", Then),
            (result.Status, result.Metadata, result.ErrorDetails, result.TraceId, result.CreatedAt));
        Assert.True(JsonElement.DeepEquals(Post, result.OutputData!.Value));
        Assert.Equal((ResultStage.Submitted, null, false, null, null),
            (result.Stage, result.ContentSha256, result.HumanApproved, result.IdempotencyKey, result.Judgement));
    });

    [Fact]
    public void every_stage_is_reached_by_its_past() =>
        Assert.All(Enum.GetValues<ResultStage>(), stage => Given(stage).ThenState(result => Assert.Equal(stage, result.Stage)));

    [Fact]
    public void an_approval_is_kept_with_its_hash_and_judgement() => Given(ResultStage.Approved).ThenState(result =>
    {
        Assert.Equal((Sha256, false), (result.ContentSha256, result.HumanApproved));
        Assert.Equivalent(Approval, result.Judgement, strict: true);
    });

    [Theory, InlineData("human", true), InlineData("judge", false), InlineData("cfo_judge", false)]
    public void only_a_human_approves_as_a_human(string by, bool human) =>
        Given(Submitted, Approved with { ApprovedBy = by }).ThenState(result => Assert.Equal(human, result.HumanApproved));

    [Fact]
    public void a_judgement_outlives_what_follows_it()
    {
        var doubt = Approval with { Decision = Decision.Escalate };
        Given(Submitted, Escalated with { Judgement = doubt }, Approved with { ApprovedBy = "human", Judgement = null })
            .ThenState(result => Assert.Equal(Decision.Escalate, result.Judgement!.Decision));
        Given(Submitted, Escalated with { Judgement = doubt }, Rejected).ThenState(result => Assert.Equal(Decision.Escalate, result.Judgement!.Decision));
        Given(Submitted, Rejected with { Judgement = doubt }).ThenState(result => Assert.Equal(Decision.Escalate, result.Judgement!.Decision));
    }

    [Fact]
    public void a_commit_keeps_its_key_and_then_its_answer()
    {
        Given(ResultStage.Committing).ThenState(result => Assert.Equal(ResultId.ToString(), result.IdempotencyKey));
        Given(ResultStage.Committed).ThenState(result => Assert.True(JsonElement.DeepEquals(Published, result.OutputData!.Value)));
    }

    [Fact]
    public void a_result_costs_what_its_attempt_and_its_judging_cost()
    {
        var judged = Approval with { Checks = [new("persona", 1, [], "fits", "claude", 0.001m), new("safety", 1, [], "clean", "claude", 0.002m)] };
        Given(ResultStage.Submitted).ThenState(result => Assert.Equal(0.02m, result.CostUsd));
        Given(Submitted, Escalated with { Judgement = judged }, Approved with { Judgement = null }).ThenState(result => Assert.Equal((0.023m, 0.02m), (result.CostUsd, result.Metadata.CostUsd)));
    }

    [Fact]
    public void a_failed_and_a_lost_commit_say_why()
    {
        Given(ResultStage.CommitFailed).ThenState(result => Assert.Equal(Refused, result.ErrorDetails));
        Given(ResultStage.OutcomeUnknown).ThenState(result => Assert.Equal(Lost, result.ErrorDetails));
    }
}
