using static Chimera.Domain.Campaigns.CampaignStatus;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Campaigns;

/// <summary>The rules of a campaign's life and budget. Pure: (command, state, now) in, events out.</summary>
public static class CampaignDecider
{
    public const int MaxNameLength = 200, MaxGoals = 100, MaxAgents = 1000;
    public const decimal MaxBudgetUsd = 99_999_999.99m;

    public static CampaignEvent[] Decide(CreateCampaign command, DateTimeOffset now)
    {
        RequireText(command.Name, MaxNameLength, "campaign.name", "/name");
        Require(command.AgentIds.Count is > 0 and <= MaxAgents, "campaign.agents", "A campaign needs at least one agent.", "/agent_ids");
        Require(command.AgentIds.Distinct().Count() == command.AgentIds.Count, "campaign.agents", "An agent is named twice.", "/agent_ids");
        RequireDates(command.StartDate, command.EndDate);
        RequireBudget(command.BudgetUsd);
        Require(command.Goals.Count is > 0 and <= MaxGoals, "campaign.goals", "A campaign needs at least one goal.", "/goals");
        for (var i = 0; i < command.Goals.Count; i++)
        {
            Require(command.Goals[i] is not null, "campaign.goals", "A goal is missing.", $"/goals/{i}"); // the serializer takes null inside lists
            command.Goals[i].Validate($"/goals/{i}");
        }
        Require(command.Status is Draft or Active, "campaign.status", "A campaign begins as draft or active.", "/status");
        var constraints = command.Constraints ?? PlanConstraints.None;
        constraints.Validate("/constraints");
        return
        [
            new CampaignCreated(command.CampaignId, command.Name, command.Description, command.AgentIds, command.StartDate, command.EndDate,
                command.BudgetUsd, command.Goals, constraints, command.DryRun, command.Status, command.TraceId, now)
        ];
    }

    public static CampaignEvent[] Decide(ReviseCampaign command, Campaign campaign, DateTimeOffset now)
    {
        RequireNotOver(campaign);
        var events = new List<CampaignEvent>();
        if (command.Name is { } name && name != campaign.Name)
        {
            RequireText(name, MaxNameLength, "campaign.name", "/name");
            events.Add(new CampaignRenamed(name, now));
        }
        if (command.Description is { } description && description != campaign.Description) events.Add(new CampaignDescribed(description, now));
        if (command.EndDate is { } end && end != campaign.EndDate)
        {
            RequireDates(campaign.StartDate, end);
            events.Add(new CampaignEndMoved(end, now));
        }
        if (command.BudgetUsd is { } budget && budget != campaign.BudgetUsd)
        {
            RequireBudget(budget);
            Require(budget >= campaign.SpentUsd + campaign.ReservedUsd, "campaign.budget-committed",
                $"{campaign.SpentUsd + campaign.ReservedUsd} US dollars are spent or reserved already.", "/budget_usd");
            events.Add(new CampaignBudgetSet(budget, now));
        }
        return [.. events];
    }

    public static CampaignEvent[] Decide(LaunchCampaign command, Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Status is Active or Paused) return [];
        RequireNotOver(campaign);
        return [new CampaignLaunched(now)];
    }

    /// <summary>
    /// Checks the plan (graph, constraints, agents) and reserves its cost, so that parallel workers cannot overshoot the budget. What the planning cost is spent
    /// and not held against the plan: nobody knew it before.
    /// </summary>
    public static CampaignEvent[] Decide(AdoptPlan command, Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Planned) return [];
        RequireActive(campaign);
        Require(command.Tasks.Count > 0, "campaign.empty-plan", "The plan has no tasks.");
        Plan.Validate(command.Tasks, campaign);
        var reserved = command.Tasks.Sum(task => task.ReservedUsd);
        Require(reserved <= (campaign.Constraints.BudgetUsd ?? decimal.MaxValue), "campaign.plan-budget",
            $"The plan reserves {reserved} US dollars; its constraint allows {campaign.Constraints.BudgetUsd}.");
        RequireFree(campaign, reserved);
        return [new CampaignPlanned([.. command.Tasks.Select(task => task.TaskId)], reserved, command.ModelUsed, now, command.CostUsd)];
    }

    public static CampaignEvent[] Decide(FailPlan command, Campaign campaign, DateTimeOffset now) =>
        campaign.Planned || campaign.IsOver || campaign.PlanError == command.Reason ? [] : [new CampaignPlanFailed(command.Code, command.Reason, now, command.CostUsd)];

    public static CampaignEvent[] Decide(AddCampaignTask command, Campaign campaign, DateTimeOffset now)
    {
        if (campaign.OpenTasks.Contains(command.TaskId)) return [];
        Require(campaign.Status != Cancelled, "campaign.over", "The campaign is cancelled.");
        Require(command.ReservedUsd >= 0, "task.reserved", "A reservation is never negative.");
        RequireFree(campaign, command.ReservedUsd);
        return [new CampaignTaskAdded(command.TaskId, command.ReservedUsd, now, command.Attempt)];
    }

    /// <summary>Books how tasks ended, each once; pauses an overspent campaign and completes one with nothing open.</summary>
    public static CampaignEvent[] Decide(SettleTasks command, Campaign campaign, DateTimeOffset now)
    {
        var settled = command.Outcomes.Where(campaign.AwaitsEnd).DistinctBy(outcome => outcome.TaskId).ToArray();
        if (settled.Length == 0) return [];
        var (completed, failed) = (settled.Where(one => one.Completed), settled.Where(one => !one.Completed));
        var books = new TasksSettled([.. completed.Select(one => one.TaskId)], [.. failed.Select(one => one.TaskId)],
            settled.Sum(one => one.ReservedUsd), settled.Sum(one => one.CostUsd), now);
        if (campaign.OpenTasks.Count == settled.Length && campaign is { Planned: true, IsOver: false }) return [books, new CampaignCompleted(now)];
        return campaign.Status == Active && campaign.SpentUsd + books.SpentUsd > campaign.BudgetUsd
            ? [books, new CampaignPaused("budget", now)]
            : [books];
    }

    public static CampaignEvent[] Decide(PauseCampaign command, Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Status == Paused) return [];
        RequireNotOver(campaign);
        return [new CampaignPaused(command.Reason, now)];
    }

    public static CampaignEvent[] Decide(ResumeCampaign command, Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Status == Active) return [];
        RequireNotOver(campaign);
        Require(campaign.Status == Paused, "campaign.draft", "The campaign is a draft; launch it.");
        Require(campaign.SpentUsd <= campaign.BudgetUsd, "campaign.over-budget", "The campaign has overspent; raise its budget first.");
        return [new CampaignResumed(now)];
    }

    public static CampaignEvent[] Decide(CancelCampaign command, Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Status == Cancelled) return [];
        RequireNotOver(campaign);
        return [new CampaignCancelled(command.Reason, now)];
    }

    private static void RequireDates(DateTimeOffset start, DateTimeOffset? end) =>
        Require(end is null || end > start, "campaign.dates", "The campaign ends before it starts.", "/end_date");

    private static void RequireBudget(decimal budget) =>
        Require(budget is > 0 and <= MaxBudgetUsd, "campaign.budget", $"A budget is above 0 and at most {MaxBudgetUsd} US dollars.", "/budget_usd");

    private static void RequireFree(Campaign campaign, decimal amount) =>
        Require(amount <= campaign.FreeUsd, "campaign.budget-exceeded", $"{amount} US dollars are asked for; {campaign.FreeUsd} of {campaign.BudgetUsd} are free.");

    private static void RequireActive(Campaign campaign) =>
        Require(campaign.Status == Active, "campaign.not-active", $"The campaign is {campaign.Status}; it must be active.");

    private static void RequireNotOver(Campaign campaign) => Require(!campaign.IsOver, "campaign.over", $"The campaign is {campaign.Status}; that is final.");
}
