using Chimera.Domain.Hitl;
using static Chimera.Domain.Tests.Hitl.HitlHistory;

namespace Chimera.Domain.Tests.Hitl;

public sealed class CancelHitlItemSpecs
{
    [Fact]
    public void an_open_item_can_be_cancelled()
    {
        Given(Opened).When(Cancel).Then(new HitlItemCancelled("the task was cancelled", Now));
        Given(Opened, Assigned).When(Cancel).Then(new HitlItemCancelled("the task was cancelled", Now));
    }

    [Fact]
    public void cancelling_twice_changes_nothing() => Given(Opened, Cancelled).When(Cancel).ThenNothing();

    [Fact]
    public void a_decision_stands_whatever_is_cancelled_later() => Given(Opened, Approved).When(Cancel).ThenNothing();

    private static HitlEvent[] Cancel(HitlItem item) => HitlDecider.Decide(new CancelHitlItem(HitlId, "the task was cancelled"), item, Now);
}
