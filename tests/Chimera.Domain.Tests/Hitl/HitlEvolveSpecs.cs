using System.Text.Json;
using Chimera.Domain.Hitl;
using static Chimera.Domain.Tests.Hitl.HitlHistory;

namespace Chimera.Domain.Tests.Hitl;

public sealed class HitlEvolveSpecs
{
    [Fact]
    public void an_opened_item_holds_every_fact() => Given(Opened).ThenState(item =>
    {
        Assert.Equal((HitlId, TaskId, ResultId, Ada, CampaignId), (item.Id, item.TaskId, item.ResultId, item.AgentId, item.CampaignId));
        Assert.Equal(("low confidence", 7, Then, HitlStatus.Pending), (item.EscalationReason, item.Priority, item.CreatedAt, item.Status));
        Assert.True(JsonElement.DeepEquals(Context, item.ContextData));
        Assert.Null(item.AssignedTo);
    });

    [Fact]
    public void an_assigned_item_is_in_review() =>
        Given(Opened, Assigned).ThenState(item => Assert.Equal((HitlStatus.InReview, "bob"), (item.Status, item.AssignedTo)));

    [Fact]
    public void a_decided_item_is_resolved_and_says_how()
    {
        Given(Opened, Approved).ThenState(item =>
            Assert.Equal((HitlStatus.Resolved, HitlDecision.Approve, "bob", "fine", Then),
                (item.Status, item.Decision, item.Reviewer, item.Feedback, item.ReviewedAt)));
        Given(Opened, Modified).ThenState(item => Assert.True(JsonElement.DeepEquals(Better, item.ModifiedOutput!.Value)));
    }

    [Fact]
    public void a_cancelled_item_is_cancelled() => Given(Opened, Cancelled).ThenState(item => Assert.Equal(HitlStatus.Cancelled, item.Status));

    /// <summary>X-23.</summary>
    [Fact]
    public void the_words_are_those_of_the_specification()
    {
        Assert.Equal(["pending", "in_review", "resolved", "expired", "cancelled"], Enum.GetValues<HitlStatus>().Select(ChimeraJson.NameOf));
        Assert.Equal(["approve", "reject", "modify"], Enum.GetValues<HitlDecision>().Select(ChimeraJson.NameOf));
    }
}
