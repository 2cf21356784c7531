using System.Text.Json;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Tests.Campaigns;

/// <summary>The cast and the past shared by every campaign spec: Ada and Bob launch a roastery with 100 US dollars.</summary>
public static class CampaignHistory
{
    public static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), Now = Then.AddHours(1), End = Then.AddDays(30);
    public static readonly Guid CampaignId = Guid.NewGuid(), Ada = Guid.NewGuid(), Bob = Guid.NewGuid();
    public static readonly Guid Writing = Guid.NewGuid(), Drawing = Guid.NewGuid(), Posting = Guid.NewGuid(), Extra = Guid.NewGuid();
    public static readonly JsonElement Input = Json("""{"topic":"espresso","platform":"twitter"}""");
    public static readonly CampaignGoal Goal = new("Fill the shop", ["espresso"], [Platform.Twitter, Platform.Instagram], Posts: 3);

    public static readonly CreateCampaign Create = new(CampaignId, "Roastery", "Opens in spring.", [Ada, Bob], Then, End, 100, [Goal], TraceId: "trace-1");

    public static readonly CampaignCreated Created = new(
        CampaignId, "Roastery", "Opens in spring.", [Ada, Bob], Then, End, 100, [Goal], PlanConstraints.None, DryRun: false, CampaignStatus.Active,
        "trace-1", Then);
    public static readonly CampaignCreated Drafted = Created with { Status = CampaignStatus.Draft };

    /// <summary>Writing 10, drawing 20, posting 30 US dollars.</summary>
    public static readonly CampaignPlanned Planned = new([Writing, Drawing, Posting], 60, "gemini-3-pro", Then);
    public static readonly CampaignPlanFailed PlanFailed = new("PLAN", "no model answered", Then);
    public static readonly CampaignLaunched Launched = new(Then);
    public static readonly CampaignPaused Paused = new("operator", Then);
    public static readonly CampaignResumed Resumed = new(Then);
    public static readonly CampaignCompleted Completed = new(Then);
    public static readonly CampaignCancelled Cancelled = new("operator", Then);

    public static Spec<Campaign, CampaignEvent> Given(params CampaignEvent[] history) => new Spec<Campaign, CampaignEvent>(Campaign.Evolve).Given(history);

    public static CampaignCreated With(PlanConstraints constraints) => Created with { Constraints = constraints };

    public static PlanTask Task(Guid id, decimal reservedUsd = 0, params Guid[] dependencies) =>
        new(id, Ada, CampaignId, TaskType.GeneratePost, Input, Dependencies: dependencies, ReservedUsd: reservedUsd);

    public static AdoptPlan Plan(params PlanTask[] tasks) => new(CampaignId, tasks, "gemini-3-pro");

    public static JsonElement Json(string json) => JsonSpec.Json(json);
}
