using Chimera.Domain.Tasks;
using CsCheck;
using static Chimera.Domain.Campaigns.Plan;
using static Chimera.Domain.Tests.Campaigns.CampaignHistory;

namespace Chimera.Domain.Tests.Campaigns;

public sealed class PlanGraphSpecs
{
    [Fact]
    public void tasks_that_wait_for_earlier_ones_are_a_plan() =>
        RequireAcyclic([Task(Writing), Task(Drawing, 0, Writing), Task(Posting, 0, Writing, Drawing)]);

    [Fact]
    public void the_order_of_the_tasks_does_not_matter() =>
        RequireAcyclic([Task(Posting, 0, Writing, Drawing), Task(Drawing, 0, Writing), Task(Writing)]);

    [Fact]
    public void a_dependency_named_twice_is_one() => RequireAcyclic([Task(Writing), Task(Posting, 0, Writing, Writing)]);

    [Fact]
    public void two_tasks_cannot_wait_for_each_other() =>
        Broken.By(() => RequireAcyclic([Task(Writing, 0, Drawing), Task(Drawing, 0, Writing)]), "task.cyclic-dependencies", "/tasks/0/dependencies");

    [Fact]
    public void a_circle_of_a_thousand_tasks_is_found()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => Guid.NewGuid()).ToArray();
        var circle = ids.Select((id, i) => Task(id, 0, ids[(i + 1) % ids.Length])).ToArray();
        Broken.By(() => RequireAcyclic([Task(Writing), .. circle]), "task.cyclic-dependencies", "/tasks/1/dependencies");
    }

    [Fact]
    public void a_chain_of_ten_thousand_tasks_is_a_plan()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Guid.NewGuid()).ToArray();
        RequireAcyclic([.. ids.Select((id, i) => i == 0 ? Task(id) : Task(id, 0, ids[i - 1]))]);
    }

    [Fact]
    public void an_unknown_dependency_is_named_by_its_task() =>
        Broken.By(() => RequireAcyclic([Task(Writing), Task(Drawing, 0, Extra)]), "task.unknown-dependency", "/tasks/1/dependencies");

    [Fact]
    public void a_plan_is_refused_exactly_when_its_tasks_reach_themselves() =>
        Gen.Int[1, 9].SelectMany(size => Gen.Bool.Array[size * size].Select(Gen.Int[0, 100], (edges, density) => (size, edges, density)))
            .Sample(graph =>
            {
                // A sparse graph has few circles, a dense one has nothing else: thin some out.
                var ids = Enumerable.Range(0, graph.size).Select(i => new Guid(i, 0, 0, new byte[8])).ToArray();
                var waits = Enumerable.Range(0, graph.size * graph.size)
                    .Select(i => graph.edges[i] && i * 37 % 101 < graph.density && (graph.density > 50 || i % graph.size < i / graph.size)).ToArray();
                var tasks = ids.Select((id, i) => Task(id, 0, [.. ids.Where((_, j) => waits[i * graph.size + j])])).ToArray();
                Assert.Equal(ReachesItself(waits, graph.size), Refuses(tasks));
            }, iter: 5_000);

    private static bool Refuses(PlanTask[] tasks)
    {
        try
        {
            RequireAcyclic(tasks);
            return false;
        }
        catch (RuleViolationException broken)
        {
            Assert.Equal("task.cyclic-dependencies", broken.Code);
            return true;
        }
    }

    // Warshall's transitive closure: slow and obvious.
    private static bool ReachesItself(bool[] edges, int size)
    {
        var reaches = (bool[])edges.Clone();
        for (var k = 0; k < size; k++)
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    reaches[i * size + j] |= reaches[i * size + k] && reaches[k * size + j];
        return Enumerable.Range(0, size).Any(i => reaches[i * size + i]);
    }
}
