using Chimera.Domain.Campaigns;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class CreateCampaignSpecs
{
    private static readonly CampaignCreated NowCreated = Created with { CreatedAt = Now };

    [Fact]
    public void a_new_campaign_has_the_given_brief_and_is_active() => When(Create).Then(NowCreated);

    [Fact]
    public void a_campaign_may_begin_as_a_draft() =>
        When(Create with { Status = CampaignStatus.Draft }).Then(NowCreated with { Status = CampaignStatus.Draft });

    [Theory, InlineData(CampaignStatus.Paused), InlineData(CampaignStatus.Completed), InlineData(CampaignStatus.Cancelled)]
    public void a_campaign_begins_in_no_other_status(CampaignStatus status) =>
        When(Create with { Status = status }).ThenBreaks("campaign.status", "/status");

    [Fact]
    public void a_campaign_may_do_without_description_end_and_constraints() =>
        When(Create with { Description = null, EndDate = null, Constraints = null }).Then(NowCreated with { Description = null, EndDate = null });

    [Fact]
    public void constraints_and_dry_run_are_recorded()
    {
        var constraints = new PlanConstraints(MaxTasks: 5, BudgetUsd: 10);
        When(Create with { Constraints = constraints, DryRun = true }).Then(NowCreated with { Constraints = constraints, DryRun = true });
    }

    [Theory, InlineData(1), InlineData(200)]
    public void a_name_has_up_to_200_characters(int length) =>
        When(Create with { Name = new('n', length) }).Then(NowCreated with { Name = new('n', length) });

    [Theory, InlineData(0), InlineData(201)]
    public void a_name_is_neither_empty_nor_longer_than_200_characters(int length) =>
        When(Create with { Name = new('n', length) }).ThenBreaks("campaign.name", "/name");

    [Fact]
    public void a_campaign_needs_an_agent() => When(Create with { AgentIds = [] }).ThenBreaks("campaign.agents", "/agent_ids");

    [Fact]
    public void an_agent_is_named_once() => When(Create with { AgentIds = [Ada, Bob, Ada] }).ThenBreaks("campaign.agents", "/agent_ids");

    [Fact]
    public void a_campaign_has_up_to_1000_agents()
    {
        var agents = Enumerable.Range(0, 1001).Select(_ => Guid.NewGuid()).ToArray();
        When(Create with { AgentIds = agents[1..] }).Then(NowCreated with { AgentIds = agents[1..] });
        When(Create with { AgentIds = agents }).ThenBreaks("campaign.agents", "/agent_ids");
    }

    [Fact]
    public void a_campaign_ends_after_it_starts()
    {
        When(Create with { EndDate = Then }).ThenBreaks("campaign.dates", "/end_date");
        When(Create with { EndDate = Then.AddTicks(-1) }).ThenBreaks("campaign.dates", "/end_date");
        When(Create with { EndDate = Then.AddTicks(1) }).Then(NowCreated with { EndDate = Then.AddTicks(1) });
    }

    [Theory, InlineData("0.01"), InlineData("99999999.99")]
    public void a_budget_is_above_0_and_fits_its_column(string budget) =>
        When(Create with { BudgetUsd = decimal.Parse(budget, null) }).Then(NowCreated with { BudgetUsd = decimal.Parse(budget, null) });

    [Theory, InlineData("0"), InlineData("-0.01"), InlineData("100000000")]
    public void a_budget_of_nothing_or_too_much_is_refused(string budget) =>
        When(Create with { BudgetUsd = decimal.Parse(budget, null) }).ThenBreaks("campaign.budget", "/budget_usd");

    [Fact]
    public void a_campaign_has_1_to_100_goals()
    {
        When(Create with { Goals = [] }).ThenBreaks("campaign.goals", "/goals");
        When(Create with { Goals = [.. Enumerable.Repeat(Goal, 101)] }).ThenBreaks("campaign.goals", "/goals");
        When(Create with { Goals = [.. Enumerable.Repeat(Goal, 100)] }).Then(NowCreated with { Goals = [.. Enumerable.Repeat(Goal, 100)] });
    }

    [Fact]
    public void a_broken_goal_is_named_by_its_position() =>
        When(Create with { Goals = [Goal, Goal with { Posts = 0 }] }).ThenBreaks("campaign.goal-posts", "/goals/1/posts");

    [Fact]
    public void a_goal_that_is_nothing_is_refused() => When(Create with { Goals = [Goal, null!] }).ThenBreaks("campaign.goals", "/goals/1");

    [Fact]
    public void broken_constraints_are_named() =>
        When(Create with { Constraints = new(MaxTasks: 0) }).ThenBreaks("campaign.max-tasks", "/constraints/max_tasks");

    private static Spec<Campaign, CampaignEvent> When(CreateCampaign command) => Given().When(() => CampaignDecider.Decide(command, Now));
}
