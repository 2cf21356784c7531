namespace Chimera.Handlers.Pooling;

/// <summary>
/// Waiting work in the order in which it is taken (X-3, ADR 0007): the highest priority first, a level higher for every 30 s of waiting, so that none
/// starves; within a level agents take turns, each with its oldest work; what would break a limit is passed over.
/// </summary>
/// <remarks>Not thread-safe: its owner locks.</remarks>
public sealed class FairQueue<TItem>(PoolOptions options, TimeProvider clock)
{
    public static readonly TimeSpan LevelTime = TimeSpan.FromSeconds(30);

    private readonly Dictionary<int, Level> levels = [];
    private readonly Dictionary<Guid, int> ofAgent = [];
    private readonly Dictionary<string, int> ofServer = [];

    /// <summary>What waits.</summary>
    public int Count { get; private set; }

    /// <summary>What was taken and has not left.</summary>
    public int Taken { get; private set; }

    public void Add(TItem item, Turn turn)
    {
        if (!levels.TryGetValue(turn.Priority, out var level)) levels[turn.Priority] = level = new();
        level.Add(new(item, turn, clock.GetUtcNow()));
        Count++;
    }

    /// <summary>Takes up to <paramref name="most"/> of those that may run now.</summary>
    public List<TItem> Take(int most)
    {
        var taken = new List<TItem>(Math.Min(most, Count));
        while (taken.Count < most && Taken < options.Parallel && TakeNext() is { } next) taken.Add(next.Item);
        return taken;
    }

    /// <summary>Gives back the place of something that was taken.</summary>
    public void Leave(Turn turn)
    {
        Taken--;
        Move(ofAgent, turn.AgentId, -1);
        if (turn.Server is { } server) Move(ofServer, server, -1);
    }

    private Waiting? TakeNext()
    {
        if (Count == 0) return null;
        var now = clock.GetUtcNow();
        foreach (var (priority, level) in levels.OrderByDescending(level => level.Key + (now - level.Value.Oldest(now)) / LevelTime))
        {
            if (level.Take(MayRun) is not { } next) continue;
            if (level.IsEmpty) levels.Remove(priority);
            Count--;
            Taken++;
            Move(ofAgent, next.Turn.AgentId, 1);
            if (next.Turn.Server is { } server) Move(ofServer, server, 1);
            return next;
        }
        return null;
    }

    private bool MayRun(Turn turn) =>
        (options.PerAgent == 0 || ofAgent.GetValueOrDefault(turn.AgentId) < options.PerAgent) &&
        (turn.Server is not { } server || options.LimitOf(server) is 0 || ofServer.GetValueOrDefault(server) < options.LimitOf(server));

    private static void Move<TKey>(Dictionary<TKey, int> counts, TKey key, int change) where TKey : notnull
    {
        var count = counts.GetValueOrDefault(key) + change;
        if (count == 0) counts.Remove(key);
        else counts[key] = count;
    }

    private sealed record Waiting(TItem Item, Turn Turn, DateTimeOffset Since);

    /// <summary>The work of one priority: a line for each agent and server, and the lines take turns.</summary>
    private sealed class Level
    {
        private readonly Dictionary<(Guid, string?), Queue<Waiting>> lines = [];
        private readonly LinkedList<Queue<Waiting>> turns = [];

        public bool IsEmpty => turns.Count == 0;

        public DateTimeOffset Oldest(DateTimeOffset now) => turns.First?.Value.Peek().Since ?? now;

        public void Add(Waiting one)
        {
            var key = (one.Turn.AgentId, one.Turn.Server);
            if (!lines.TryGetValue(key, out var line)) turns.AddLast(lines[key] = line = new());
            line.Enqueue(one);
        }

        public Waiting? Take(Func<Turn, bool> mayRun)
        {
            for (var node = turns.First; node is not null; node = node.Next)
            {
                if (!mayRun(node.Value.Peek().Turn)) continue;
                var next = node.Value.Dequeue();
                turns.Remove(node);
                if (node.Value.Count > 0) turns.AddLast(node);
                else lines.Remove((next.Turn.AgentId, next.Turn.Server));
                return next;
            }
            return null;
        }
    }
}
