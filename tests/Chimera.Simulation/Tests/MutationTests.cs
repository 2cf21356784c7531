using Xunit;

namespace Chimera.Simulation.Tests;

/// <summary>Bugs that are planted are found, and told shortly.</summary>
public sealed class MutationTests
{
    private const int Seeds = 1_000;

    public static TheoryData<string> Names => [.. Mutation.All.Select(mutation => mutation.Name)];

    [Theory, MemberData(nameof(Names))]
    public void a_planted_bug_is_found(string name)
    {
        var plant = Mutation.All.Single(mutation => mutation.Name == name).Plant;
        var found = Enumerable.Range(1, Seeds).Select(seed => Schedule.Run(seed, mutate: plant)).FirstOrDefault(outcome => outcome.Violation is not null);
        Assert.NotNull(found);
        var shortest = Shrinking.Shrink(found, plant);
        Assert.Equal(found.Violation!.Rule, shortest.Violation?.Rule);
        Assert.InRange(shortest.Choices.Count, 0, found.Choices.Count);
        Assert.Null(Schedule.Run(found.Seed, shortest.Choices.ToHashSet()).Violation); // it was the bug, not the schedule
    }

    [Fact]
    public void a_shortest_schedule_needs_each_of_its_choices()
    {
        var plant = Mutation.All.First(mutation => mutation.Name.Contains("taken for a refusal", StringComparison.Ordinal)).Plant;
        var found = Enumerable.Range(1, Seeds).Select(seed => Schedule.Run(seed, mutate: plant)).First(outcome => outcome.Violation is not null);
        var shortest = Shrinking.Shrink(found, plant);
        foreach (var choice in shortest.Choices)
            Assert.NotEqual(found.Violation!.Rule, Schedule.Run(found.Seed, shortest.Choices.Where(one => one != choice).ToHashSet(), plant).Violation?.Rule);
    }
}
