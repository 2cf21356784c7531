using Chimera.Domain;
using Chimera.Domain.Campaigns;
using Chimera.Projections.Tables;
using static Chimera.Projections.Tests.Past;

namespace Chimera.Projections.Tests;

public sealed class CampaignsTableFolds
{
    private static readonly TasksSettled OneTask = new([Post], [], 0.5m, 0.0012345m, Later);

    public static TheoryData<CampaignEvent[]> Lives => new((CampaignEvent[][])
    [
        [],
        [new CampaignPlanned([Post], 1, "offline", Later)],
        [new CampaignPlanFailed("NO_MODEL", "none answers", Later)],
        [new CampaignPlanFailed("NO_MODEL", "none answers", Later, 0.02m), new CampaignResumed(Later), new CampaignPlanned([Post], 1, "offline", Later, 0.03m), OneTask],
        [new CampaignPaused("budget", Later)],
        [new CampaignPaused("budget", Later), new CampaignResumed(Later)],
        [new CampaignCompleted(Later)],
        [new CampaignCompleted(Later), new CampaignTaskAdded(Draft, 0, Later)],
        [new CampaignPaused("budget", Later), new CampaignTaskAdded(Draft, 0, Later)],
        [new CampaignCancelled("over", Later)],
        [new CampaignRenamed("Relaunch", Later), new CampaignDescribed("Again.", Later), new CampaignEndMoved(Later.AddDays(1), Later), new CampaignLaunched(Later)]
    ]);

    [Theory]
    [MemberData(nameof(Lives))]
    public void the_row_says_what_the_domain_says(CampaignEvent[] life)
    {
        var row = CampaignsTable.Description.Row(Launch, [LaunchCreated, .. life])!;
        var campaign = life.Aggregate(Campaign.Evolve(null, LaunchCreated), Campaign.Evolve)!;

        Assert.Equal((ChimeraJson.NameOf(campaign.Status), campaign.SpentUsd), (row.Status, row.SpentExactUsd));
        Assert.Equal((campaign.Name, campaign.Description, campaign.EndDate, campaign.UpdatedAt), (row.Name, row.Description, row.EndDate, row.UpdatedAt));
    }

    [Fact]
    public void costs_below_a_cent_add_up()
    {
        var row = CampaignsTable.Description.Row(Launch, [LaunchCreated, .. Enumerable.Repeat<object>(OneTask, 1000)])!;

        Assert.Equal(1.2345m, row.SpentExactUsd);
        Assert.Equal(1.23m, row.SpentUsd);
    }

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("0.00499999", "0.00")]
    [InlineData("2.675", "2.68")]
    public void half_a_cent_is_rounded_up(string cost, string spent) =>
        Assert.Equal(decimal.Parse(spent, null), CampaignsTable.Description.Row(Launch, LaunchCreated, OneTask with { SpentUsd = decimal.Parse(cost, null) })!.SpentUsd);

    [Fact]
    public void the_budget_is_rounded_to_cents() => Assert.Equal(100.01m, CampaignsTable.Description.Row(Launch, LaunchCreated)!.BudgetUsd);

    [Fact]
    public void the_goals_are_the_goals_and_nothing_else() =>
        Assert.StartsWith("""[{"objective":"Be known","topics":["dotnet"],"platforms":["twitter"],"posts":2""", CampaignsTable.Description.Row(Launch, LaunchCreated)!.Goals,
            StringComparison.Ordinal);
}
