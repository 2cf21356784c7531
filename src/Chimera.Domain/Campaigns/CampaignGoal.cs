using Chimera.Domain.Tasks;
using static Chimera.Domain.Rule;

namespace Chimera.Domain.Campaigns;

/// <summary>One objective of a campaign and the posts that serve it .</summary>
/// <param name="Posts">How many posts to publish for it.</param>
/// <param name="KeyMessages">Statements the posts carry, one each, in turn.</param>
/// <param name="PublishAfterSeconds">Seconds after planning at which the posts go out; absent means as soon as they are approved.</param>
public sealed record CampaignGoal(
    string Objective, IReadOnlyList<string> Topics, IReadOnlyList<Platform> Platforms, int Posts, IReadOnlyList<string>? KeyMessages = null,
    string? Tone = null, IReadOnlyList<string>? Hashtags = null, bool Images = false, int Priority = PlanTask.DefaultPriority,
    int? PublishAfterSeconds = null)
{
    public const int MaxPosts = 10_000;

    public void Validate(string at)
    {
        RequireText(Objective, 500, "campaign.goal-objective", at + "/objective");
        Require(Topics.Count > 0 && Topics.All(topic => !string.IsNullOrWhiteSpace(topic)), "campaign.goal-topics", "A goal needs at least one topic.", at + "/topics");
        Require(Platforms.Count > 0, "campaign.goal-platforms", "A goal needs at least one platform.", at + "/platforms");
        Require(Posts is >= 1 and <= MaxPosts, "campaign.goal-posts", $"A goal asks for 1 to {MaxPosts} posts, not {Posts}.", at + "/posts");
        Require(Priority is >= TaskDecider.MinPriority and <= TaskDecider.MaxPriority, "task.priority", $"The priority is 1 to 10, not {Priority}.", at + "/priority");
        Require(PublishAfterSeconds is null or >= 0, "campaign.goal-publish", "A delay is never negative.", at + "/publish_after_seconds");
    }
}

/// <summary>Limits a plan must keep. Absent means unlimited.</summary>
/// <param name="BudgetUsd">The most one plan may reserve, in US dollars.</param>
public sealed record PlanConstraints(
    int? MaxTasks = null, decimal? BudgetUsd = null, DateTimeOffset? Deadline = null, IReadOnlyList<TaskType>? AllowedTaskTypes = null,
    IReadOnlyList<Platform>? AllowedPlatforms = null, int? MaxParallel = null)
{
    public static readonly PlanConstraints None = new();

    public void Validate(string at)
    {
        Require(MaxTasks is null or > 0, "campaign.max-tasks", "max_tasks is above 0.", at + "/max_tasks");
        Require(BudgetUsd is null or > 0, "campaign.plan-budget", "A plan's budget is above 0.", at + "/budget_usd");
        Require(MaxParallel is null or > 0, "campaign.max-parallel", "max_parallel is above 0.", at + "/max_parallel");
    }
}
