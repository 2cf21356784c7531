using System.Text.Json;
using Chimera.Domain.Hitl;

namespace Chimera.Domain.Tests.Hitl;

/// <summary>The cast and the past shared by every review spec: a post waits for Bob or Eve.</summary>
public static class HitlHistory
{
    public static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), Now = Then.AddHours(1);
    public static readonly Guid HitlId = Guid.NewGuid(), TaskId = Guid.NewGuid(), ResultId = Guid.NewGuid(), Ada = Guid.NewGuid(), CampaignId = Guid.NewGuid();
    public static readonly JsonElement Context = Json("""{"text":"Good morning."}""");
    public static readonly JsonElement Better = Json("""{"platform":"twitter","text":"Good day.","media_urls":[],"media_types":[]}""");
    public static readonly JsonElement BetterReordered = Json("""{ "media_types": [], "media_urls": [], "text": "Good day.", "platform": "twitter" }""");

    public static readonly HitlItemOpened Opened = new(HitlId, TaskId, ResultId, Ada, CampaignId, "low confidence", Context, Priority: 7, Then);
    public static readonly HitlItemAssigned Assigned = new("bob", Then);
    public static readonly HitlItemDecided Approved = new(HitlDecision.Approve, "bob", "fine", null, Then);
    public static readonly HitlItemDecided Modified = new(HitlDecision.Modify, "bob", null, Better, Then);
    public static readonly HitlItemCancelled Cancelled = new("the task was cancelled", Then);

    public static Spec<HitlItem, HitlEvent> Given(params HitlEvent[] history) => new Spec<HitlItem, HitlEvent>(HitlItem.Evolve).Given(history);

    public static JsonElement Json(string json) => JsonSpec.Json(json);
}
