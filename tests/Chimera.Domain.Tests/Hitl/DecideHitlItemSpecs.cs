using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using static Chimera.Domain.Tests.Hitl.HitlHistory;

namespace Chimera.Domain.Tests.Hitl;

public sealed class DecideHitlItemSpecs
{
    private static readonly DecideHitlItem Approve = new(HitlId, HitlDecision.Approve, "bob", "fine");
    private static readonly DecideHitlItem Reject = new(HitlId, HitlDecision.Reject, "bob", "off-brand");
    private static readonly DecideHitlItem Modify = new(HitlId, HitlDecision.Modify, "bob", ModifiedOutput: Better);

    [Fact]
    public void a_human_approves() => Decided(Approve, Opened).Then(new HitlItemDecided(HitlDecision.Approve, "bob", "fine", null, Now));

    [Fact]
    public void a_human_rejects_and_says_why() =>
        Decided(Reject, Opened, Assigned).Then(new HitlItemDecided(HitlDecision.Reject, "bob", "off-brand", null, Now));

    [Fact]
    public void a_human_writes_something_better() => Decided(Modify, Opened).Then(new HitlItemDecided(HitlDecision.Modify, "bob", null, Better, Now));

    [Fact]
    public void another_human_than_the_assigned_may_decide() =>
        Decided(Approve with { Reviewer = "eve" }, Opened, Assigned).Then(new HitlItemDecided(HitlDecision.Approve, "eve", "fine", null, Now));

    [Fact]
    public void a_decision_has_a_name()
    {
        Decided(Approve with { Reviewer = " " }, Opened).ThenBreaks("hitl.reviewer", "/reviewer");
        Decided(Approve with { Reviewer = new('b', 101) }, Opened).ThenBreaks("hitl.reviewer", "/reviewer");
        Decided(Approve with { Reviewer = new('b', 100) }, Opened).Then(new HitlItemDecided(HitlDecision.Approve, new('b', 100), "fine", null, Now));
    }

    [Fact]
    public void feedback_has_up_to_10000_characters()
    {
        Decided(Approve with { Feedback = null }, Opened).Then(new HitlItemDecided(HitlDecision.Approve, "bob", null, null, Now));
        Decided(Approve with { Feedback = new('f', 10_000) }, Opened).Then(new HitlItemDecided(HitlDecision.Approve, "bob", new('f', 10_000), null, Now));
        Decided(Approve with { Feedback = new('f', 10_001) }, Opened).ThenBreaks("hitl.feedback", "/feedback");
    }

    [Fact]
    public void only_a_modification_has_an_output_and_it_always_has()
    {
        Decided(Modify with { ModifiedOutput = null }, Opened).ThenBreaks("hitl.modified-output", "/modified_output");
        Decided(Approve with { ModifiedOutput = Better }, Opened).ThenBreaks("hitl.modified-output", "/modified_output");
        Decided(Reject with { ModifiedOutput = Better }, Opened).ThenBreaks("hitl.modified-output", "/modified_output");
    }

    [Fact]
    public void what_a_human_writes_keeps_the_limits_too()
    {
        Decided(Modify with { ModifiedOutput = Json("""{"platform":"twitter","text":"Hi"}""") }, Opened).ThenBreaks("result.output", "/modified_output");
        Decided(Modify with { ModifiedOutput = Json("""{"platform":"twitter","text":"","media_urls":[],"media_types":[]}""") }, Opened)
            .ThenBreaks("post-content.empty", "/modified_output/text");
    }

    [Fact]
    public void the_same_decision_again_changes_nothing()
    {
        Decided(Approve, Opened, Approved).ThenNothing();
        Decided(Modify, Opened, Modified).ThenNothing();
        Decided(Modify with { ModifiedOutput = BetterReordered }, Opened, Modified).ThenNothing();
    }

    [Fact]
    public void an_item_is_decided_once()
    {
        Decided(Reject, Opened, Approved).ThenBreaks("hitl.closed");
        Decided(Approve with { Reviewer = "eve" }, Opened, Approved).ThenBreaks("hitl.closed");
        Decided(Modify with { ModifiedOutput = Json("""{"platform":"twitter","text":"Good night.","media_urls":[],"media_types":[]}""") }, Opened, Modified)
            .ThenBreaks("hitl.closed");
    }

    [Fact]
    public void a_cancelled_item_is_not_decided() => Decided(Approve, Opened, Cancelled).ThenBreaks("hitl.closed");

    private static Spec<HitlItem, HitlEvent> Decided(DecideHitlItem command, params HitlEvent[] history) =>
        Given(history).When(item => HitlDecider.Decide(command, item, TaskType.PostContent, Now));
}
