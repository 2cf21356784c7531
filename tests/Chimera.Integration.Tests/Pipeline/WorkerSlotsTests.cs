using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class WorkerSlotsTests
{
    [Fact]
    public async Task priority_10_goes_before_1_and_equals_in_the_order_they_came()
    {
        var order = await OrderOf(new WorkerSlots(1, TimeProvider.System), 1, 10, 5, 10);
        Assert.Equal([10, 10, 5, 1], order);
    }

    [Fact]
    public async Task what_has_waited_long_enough_overtakes_what_came_later()
    {
        var clock = new SteppedClock();
        var slots = new WorkerSlots(1, clock);
        var first = await slots.Enter(5, Stop);
        var old = slots.Enter(1, Stop);
        clock.Now += WorkerSlots.LevelTime * 10;
        var young = slots.Enter(10, Stop);
        first.Dispose();
        Assert.Same(old, await Task.WhenAny(old, young));
    }

    [Fact]
    public async Task a_waiter_that_gives_up_leaves_its_place_to_the_next()
    {
        var slots = new WorkerSlots(1, TimeProvider.System);
        var first = await slots.Enter(5, Stop);
        using var impatient = new CancellationTokenSource();
        var gone = slots.Enter(10, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        var next = slots.Enter(1, Stop);
        first.Dispose();
        Assert.NotNull(await next);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<List<int>> OrderOf(WorkerSlots slots, params int[] priorities)
    {
        var order = new List<int>();
        var first = await slots.Enter(5, Stop);
        var waiting = priorities.Select(async priority =>
        {
            using var slot = await slots.Enter(priority, Stop);
            lock (order) order.Add(priority);
        }).ToArray();
        first.Dispose();
        await Task.WhenAll(waiting);
        return order;
    }

    private sealed class SteppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
