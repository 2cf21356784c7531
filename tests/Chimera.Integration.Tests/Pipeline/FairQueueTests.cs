using Chimera.Handlers.Pooling;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class FairQueueTests
{
    private static readonly Guid Ada = Guid.CreateVersion7(), Ben = Guid.CreateVersion7();

    private readonly SteppedClock clock = new();

    [Fact]
    public void priority_10_goes_before_1_and_equals_in_the_order_they_came()
    {
        var queue = Queue();
        foreach (var (item, priority) in new[] { ("a", 1), ("b", 10), ("c", 5), ("d", 10) }) queue.Add(item, new(priority, Ada));
        Assert.Equal(["b", "d", "c", "a"], queue.Take(10));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void what_has_waited_long_enough_overtakes_what_came_later()
    {
        var queue = Queue();
        queue.Add("old", new(1, Ada));
        clock.Now += FairQueue<string>.LevelTime * 10;
        queue.Add("young", new(10, Ada));
        Assert.Equal(["old", "young"], queue.Take(2));
    }

    [Fact]
    public void an_agent_with_much_work_does_not_hold_up_another()
    {
        var queue = Queue();
        foreach (var item in new[] { "a1", "a2", "a3" }) queue.Add(item, new(5, Ada));
        queue.Add("b1", new(5, Ben));
        Assert.Equal(["a1", "b1", "a2", "a3"], queue.Take(10));
    }

    [Fact]
    public void the_limit_of_an_agent_passes_over_its_work_until_a_place_is_given_back()
    {
        var queue = Queue(new() { PerAgent = 1 });
        foreach (var (item, agent) in new[] { ("a1", Ada), ("a2", Ada), ("b1", Ben) }) queue.Add(item, new(5, agent));
        Assert.Equal(["a1", "b1"], queue.Take(10));
        queue.Leave(new(5, Ada));
        Assert.Equal(["a2"], queue.Take(10));
    }

    [Fact]
    public void the_limit_of_a_server_holds_only_the_work_that_needs_it()
    {
        var queue = Queue(new() { PerServer = 5, Servers = { ["video"] = 1 } });
        queue.Add("v1", new(9, Ada, "video"));
        queue.Add("v2", new(9, Ben, "video"));
        queue.Add("text", new(1, Ada));
        Assert.Equal(["v1", "text"], queue.Take(10));
        queue.Leave(new(9, Ada, "video"));
        Assert.Equal(["v2"], queue.Take(10));
    }

    [Fact]
    public void no_more_is_taken_than_has_a_place()
    {
        var queue = Queue(new() { Parallel = 2 });
        foreach (var item in new[] { "a", "b", "c" }) queue.Add(item, new(5, Ada));
        Assert.Equal(["a", "b"], queue.Take(10));
        Assert.Empty(queue.Take(10));
        queue.Leave(new(5, Ada));
        Assert.Equal(["c"], queue.Take(10));
    }

    private FairQueue<string> Queue(PoolOptions? options = null) => new(options ?? new(), clock);

    private sealed class SteppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
