using Chimera.Domain.Hitl;
using static Chimera.Domain.Tests.Hitl.HitlHistory;

namespace Chimera.Domain.Tests.Hitl;

public sealed class OpenHitlItemSpecs
{
    private static readonly OpenHitlItem Open = new(HitlId, TaskId, ResultId, Ada, CampaignId, "low confidence", Context, Priority: 7);

    [Fact]
    public void an_escalated_result_waits_for_a_human() => Given().When(() => HitlDecider.Decide(Open, Now)).Then(Opened with { OpenedAt = Now });

    /// <summary>X-25.</summary>
    [Fact]
    public void an_incident_needs_neither_a_result_nor_a_campaign() =>
        Given().When(() => HitlDecider.Decide(Open with { ResultId = null, CampaignId = null, EscalationReason = "AUTH_FAILED" }, Now))
            .Then(Opened with { ResultId = null, CampaignId = null, EscalationReason = "AUTH_FAILED", OpenedAt = Now });
}
