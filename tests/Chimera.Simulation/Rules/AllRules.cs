using Chimera.Domain.Hitl;
using Chimera.Domain.Trends;
using Chimera.Handlers;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Rules;

/// <summary>What must hold after every store, and what at the end.</summary>
public sealed class AllRules(World world)
{
    /// <summary>Reading the whole log as JSON again costs as much as the schedule.</summary>
    private const int JsonEvery = 16;

    private readonly TaskRules tasks = new(world);
    private readonly ResultRules results = new(world);
    private readonly CampaignRules campaigns = new(world);
    private readonly TableRules tables = new(world);
    private readonly List<Guid> asked = [];

    /// <summary>One event, with the states before and after it.</summary>
    public void Folded(Guid id, object? before, object data, object? after)
    {
        tasks.Folded(id, before, data, after);
        results.Folded(id, data, after);
        tables.Folded(id, data);
        campaigns.Folded(id, data);
        if (data is HitlItemOpened) asked.Add(id);
        if (data is TrendTaken taken && before is Trend trend && trend.Campaigns.Contains(taken.CampaignId))
            world.Break("trend-twice", $"{world.Names.Of(taken.CampaignId)} has a trend looked at that it had decided on");
    }

    /// <summary>A transaction is stored.</summary>
    public void Committed(IReadOnlyCollection<Change> changes)
    {
        foreach (var change in changes)
        {
            var state = world.Store.Read(change.StreamId).State;
            tasks.Committed(state);
            results.Committed(change, state);
            campaigns.Committed(state);
            tables.Committed(change.StreamId, state);
        }
        foreach (var item in asked) world.People.Reviewers.Asked(item);
        asked.Clear();
    }

    public void CheckEnd()
    {
        new EndRules(world, campaigns).Check();
        if (world.Seed % JsonEvery == 0) tables.CheckFromScratch();
    }
}
