using System.Text.Json;
using Chimera.Api.GraphQL.Transport;
using Chimera.Integration.Tests.Rest;
using GraphQL;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>Subscriptions: rows as they change, over a WebSocket.</summary>
public sealed class WatchTests(ChimeraFixture chimera)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task whoever_watches_an_agents_tasks_sees_them_change()
    {
        var (agent, other) = (await chimera.PausedAgent(), await chimera.PausedAgent());
        await using var socket = await Watcher.Open(chimera, Stop);
        await socket.Subscribe("subscription($agent: ID) { taskChanged(agentId: $agent) { id status agent { name } } }", new { agent }, Stop);
        await chimera.PendingTask(other);
        var task = await chimera.PendingTask(agent);
        (await chimera.Post($"tasks/{task}/cancel", null)).Expect(200);

        Assert.Equal(Changed(task, "pending"), await socket.Next(Stop));
        Assert.Equal(Changed(task, "failed"), await socket.Next(Stop));
    }

    private static string Changed(Guid task, string status) =>
        JsonSerializer.Serialize(new { taskChanged = new { id = task, status, agent = new { name = "Mara Field" } } });

    [Fact]
    public async Task campaigns_items_and_events_can_be_watched()
    {
        await using var socket = await Watcher.Open(chimera, Stop);
        await socket.Subscribe("subscription { hitlItemChanged(status: pending) { id task { status } } }", null, Stop);
        var item = await chimera.HitlItem();
        var seen = await socket.Next(Stop);
        Assert.Contains("\"escalated\"", seen);
        for (; !seen.Contains(item.ToString(), StringComparison.Ordinal); seen = await socket.Next(Stop)) Assert.Contains("hitlItemChanged", seen);

        await using var events = await Watcher.Open(chimera, Stop);
        await events.Subscribe("subscription { campaignChanged(status: draft) { name status } }", null, Stop);
        await chimera.Campaign();
        Assert.Equal("""{"campaignChanged":{"name":"Spring walks","status":"draft"}}""", await events.Next(Stop));
    }

    [Fact]
    public async Task a_subscriber_that_cannot_keep_up_is_let_go()
    {
        var flood = new Flood();
        await using var results = Results.Read(flood, Stop).GetAsyncEnumerator(Stop);
        var first = results.MoveNextAsync();
        for (var i = 0; i < Results.Waiting + 2; i++) flood.Subscriber!.OnNext(new ExecutionResult { Executed = true });

        ExecutionResult? last = null;
        for (var more = await first; more; more = await results.MoveNextAsync()) last = results.Current;

        Assert.Equal("graphql.subscriber-slow", Assert.Single(last!.Errors!).Code);
    }

    private sealed class Flood : IObservable<ExecutionResult>, IDisposable
    {
        public IObserver<ExecutionResult>? Subscriber { get; private set; }

        public IDisposable Subscribe(IObserver<ExecutionResult> observer)
        {
            Subscriber = observer;
            return this;
        }

        public void Dispose() => Subscriber = null;
    }
}
