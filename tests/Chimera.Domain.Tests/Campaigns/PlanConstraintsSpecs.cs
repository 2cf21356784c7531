using Chimera.Domain.Campaigns;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class PlanConstraintsSpecs
{
    [Fact]
    public void constraints_read_and_write_every_field() =>
        JsonSpec.Of<PlanConstraints>(
            """
            {
              "max_tasks": 10, "budget_usd": 25.5, "deadline": "2026-03-01T00:00:00+00:00", "allowed_task_types": ["generate_post", "post_content"],
              "allowed_platforms": ["twitter"], "max_parallel": 4
            }
            """).ThenRoundTrips();

    [Fact]
    public void no_constraints_are_fine() => PlanConstraints.None.Validate("/constraints");

    [Fact]
    public void limits_are_above_0()
    {
        new PlanConstraints(MaxTasks: 1, BudgetUsd: 0.01m, MaxParallel: 1).Validate("/constraints");
        Broken.By(() => new PlanConstraints(MaxTasks: 0).Validate("/constraints"), "campaign.max-tasks", "/constraints/max_tasks");
        Broken.By(() => new PlanConstraints(BudgetUsd: 0).Validate("/constraints"), "campaign.plan-budget", "/constraints/budget_usd");
        Broken.By(() => new PlanConstraints(MaxParallel: 0).Validate("/constraints"), "campaign.max-parallel", "/constraints/max_parallel");
    }
}
