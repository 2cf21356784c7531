using System.Collections.Concurrent;
using Chimera.Api.Hosting.Feeds;
using Chimera.Domain.Mentions;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Mentions;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>The pollers of one process more, and how often they read.</summary>
internal sealed class Polling : IAsyncDisposable
{
    private readonly CountedMentions mentions;
    private readonly CountedTrends trends;
    private readonly FeedPoller[] pollers;

    public Polling(QuietStage stage, double everySeconds = 0.1, TimeProvider? clock = null)
    {
        (mentions, trends) = (new(stage.Part<IMentionSource>()), new(stage.Part<ITrendSource>()));
        var parts = stage.Part<PollerParts>() with { Options = new() { MentionsEverySeconds = everySeconds, TrendsEverySeconds = everySeconds }, Clock = clock ?? TimeProvider.System };
        pollers = [new MentionPoller(parts, mentions), new TrendPoller(parts, trends)];
    }

    public (int Mentions, int Trends) Reads => (mentions.Reads, trends.Reads);

    public Task Start() => Task.WhenAll(pollers.Select(poller => poller.StartAsync(TestContext.Current.CancellationToken)));

    public async ValueTask DisposeAsync()
    {
        foreach (var poller in pollers)
        {
            await poller.StopAsync(CancellationToken.None);
            poller.Dispose();
        }
    }

    private sealed class CountedMentions(IMentionSource source) : IMentionSource
    {
        private int reads;

        public int Reads => reads;
        public string Feed => source.Feed;

        public Task<MentionPage> Since(string? cursor, CancellationToken cancellation)
        {
            Interlocked.Increment(ref reads);
            return source.Since(cursor, cancellation);
        }
    }

    private sealed class CountedTrends(ITrendSource source) : ITrendSource
    {
        private int reads;

        public int Reads => reads;

        public Task<IReadOnlyList<TrendingTopic>> Read(string resourceUri, CancellationToken cancellation)
        {
            Interlocked.Increment(ref reads);
            return source.Read(resourceUri, cancellation);
        }
    }
}

/// <summary>A clock whose waits of a minute and more are over when somebody strikes it.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly ConcurrentBag<(TimerCallback Callback, object? State)> waits = [];

    public int Waits => waits.Count;

    public void Strike()
    {
        while (waits.TryTake(out var wait)) wait.Callback(wait.State);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.FromMinutes(1)) return base.CreateTimer(callback, state, dueTime, period);
        waits.Add((callback, state));
        return new Set();
    }

    private sealed class Set : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;
        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }
}

/// <summary>A host whose tool servers speak a protocol without subscriptions.</summary>
public sealed class UntoldStage(ChimeraFixture chimera) : QuietStage(chimera)
{
    protected override string McpServers => """[{"name":"mcp-server-twitter","protocol":"2026-07-28"},{"name":"mcp-server-news","protocol":"2026-07-28"}]""";
}
