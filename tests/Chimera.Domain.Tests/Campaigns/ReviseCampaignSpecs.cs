using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class ReviseCampaignSpecs
{
    [Fact]
    public void a_new_name_renames() => Revised(new(CampaignId, Name: "Bakery")).Then(new CampaignRenamed("Bakery", Now));

    [Fact]
    public void a_new_description_is_recorded() => Revised(new(CampaignId, Description: "Opens in May.")).Then(new CampaignDescribed("Opens in May.", Now));

    [Fact]
    public void the_end_can_be_moved() => Revised(new(CampaignId, EndDate: End.AddDays(1))).Then(new CampaignEndMoved(End.AddDays(1), Now));

    [Fact]
    public void the_budget_can_be_raised() => Revised(new(CampaignId, BudgetUsd: 200)).Then(new CampaignBudgetSet(200, Now));

    [Fact]
    public void the_budget_can_be_lowered_to_what_is_spent_or_reserved()
    {
        var settled = new TasksSettled([Writing], [], ReleasedUsd: 10, SpentUsd: 4, Then); // 4 spent, 50 reserved
        Given(Created, Planned, settled).When(Revise(new(CampaignId, BudgetUsd: 54))).Then(new CampaignBudgetSet(54, Now));
        Given(Created, Planned, settled).When(Revise(new(CampaignId, BudgetUsd: 53.99m))).ThenBreaks("campaign.budget-committed", "/budget_usd");
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(100_000_000)]
    public void a_budget_of_nothing_or_too_much_is_refused(int budget) =>
        Revised(new(CampaignId, BudgetUsd: budget)).ThenBreaks("campaign.budget", "/budget_usd");

    [Fact]
    public void the_end_stays_after_the_start() => Revised(new(CampaignId, EndDate: Then)).ThenBreaks("campaign.dates", "/end_date");

    [Theory, InlineData(0), InlineData(201)]
    public void a_name_is_neither_emptied_nor_too_long(int length) => Revised(new(CampaignId, Name: new('n', length))).ThenBreaks("campaign.name", "/name");

    [Fact]
    public void several_changes_are_several_facts() =>
        Revised(new(CampaignId, "B", "D", End.AddDays(1), 200))
            .Then(new CampaignRenamed("B", Now), new CampaignDescribed("D", Now), new CampaignEndMoved(End.AddDays(1), Now), new CampaignBudgetSet(200, Now));

    [Fact]
    public void the_same_values_again_change_nothing() => Revised(new(CampaignId, "Roastery", "Opens in spring.", End, 100)).ThenNothing();

    [Fact]
    public void fields_that_are_not_given_stay() => Revised(new(CampaignId)).ThenNothing();

    [Fact]
    public void a_draft_and_a_paused_campaign_can_be_revised()
    {
        Given(Drafted).When(Revise(new(CampaignId, Name: "B"))).Then(new CampaignRenamed("B", Now));
        Given(Created, Paused).When(Revise(new(CampaignId, Name: "B"))).Then(new CampaignRenamed("B", Now));
    }

    [Fact]
    public void a_campaign_that_is_over_cannot_be_revised()
    {
        Given(Created, Completed).When(Revise(new(CampaignId, Name: "B"))).ThenBreaks("campaign.over");
        Given(Created, Cancelled).When(Revise(new(CampaignId, Name: "B"))).ThenBreaks("campaign.over");
    }

    private static Spec<Campaign, CampaignEvent> Revised(ReviseCampaign command) => Given(Created).When(Revise(command));

    private static Func<Campaign, CampaignEvent[]> Revise(ReviseCampaign command) => campaign => CampaignDecider.Decide(command, campaign, Now);
}
