using Chimera.Domain.Hitl;
using static Chimera.Domain.Tests.Hitl.HitlHistory;

namespace Chimera.Domain.Tests.Hitl;

public sealed class AssignHitlItemSpecs
{
    [Fact]
    public void a_waiting_item_is_assigned() => Given(Opened).When(item => Assign("bob", item)).Then(new HitlItemAssigned("bob", Now));

    [Fact]
    public void an_item_can_be_passed_on() => Given(Opened, Assigned).When(item => Assign("eve", item)).Then(new HitlItemAssigned("eve", Now));

    [Fact]
    public void assigning_twice_changes_nothing() => Given(Opened, Assigned).When(item => Assign("bob", item)).ThenNothing();

    [Fact]
    public void a_reviewer_has_a_name_of_1_to_100_characters()
    {
        Given(Opened).When(item => Assign("", item)).ThenBreaks("hitl.assigned-to", "/assigned_to");
        Given(Opened).When(item => Assign(new('b', 101), item)).ThenBreaks("hitl.assigned-to", "/assigned_to");
        Given(Opened).When(item => Assign(new('b', 100), item)).Then(new HitlItemAssigned(new('b', 100), Now));
    }

    [Fact]
    public void a_closed_item_is_not_assigned()
    {
        Given(Opened, Approved).When(item => Assign("bob", item)).ThenBreaks("hitl.closed");
        Given(Opened, Cancelled).When(item => Assign("bob", item)).ThenBreaks("hitl.closed");
    }

    private static HitlEvent[] Assign(string to, HitlItem item) => HitlDecider.Decide(new AssignHitlItem(HitlId, to), item, Now);
}
