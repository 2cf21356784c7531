namespace Chimera.Projections.Tables;

/// <summary>
/// What is counted as rows change, so that nobody has to count rows: kept in the table <c>counters</c> of every schema of tables,
/// one row for each counter, id, bucket and word.
/// </summary>
public static class Counters
{
    public const string Table = "counters";

    /// <summary>Tasks by status.</summary>
    public const string Tasks = "tasks";

    /// <summary>A campaign's tasks by status; the id is the campaign's.</summary>
    public const string CampaignTasks = "campaign_tasks";

    /// <summary>An agent's tasks by status; the id is the agent's.</summary>
    public const string AgentTasks = "agent_tasks";

    /// <summary>Tasks <c>created</c>, <c>completed</c> and <c>failed</c> in an hour (UTC), the bucket.</summary>
    public const string TasksByHour = "tasks_by_hour";

    /// <summary>A campaign's posts and replies that are <c>completed</c>; those of a dry run were never sent.</summary>
    public const string CampaignPosts = "campaign_posts";

    /// <summary>What an agent's tasks cost, in US dollars (the amount), on the day (UTC) each of them ended, or started while it has not.</summary>
    public const string AgentCosts = "agent_costs";

    /// <summary>Items for humans by status, and a campaign's.</summary>
    public const string Hitl = "hitl", CampaignHitl = "campaign_hitl";

    /// <summary>The bucket of counters that have none.</summary>
    public static readonly DateTimeOffset NoBucket = DateTimeOffset.UnixEpoch;

    internal static string Create(string schema, bool unlogged) => $"""
        create {(unlogged ? "unlogged " : "")}table {schema}.{Table} (counter varchar(40) not null, id uuid not null, bucket timestamptz not null, word varchar(50) not null,
            number bigint not null, amount numeric(20,8) not null, constraint counters_pkey primary key (counter, id, bucket, word));
        """;
}

/// <summary>What one counter counts.</summary>
public readonly record struct CounterKey(string Counter, Guid Id, DateTimeOffset Bucket, string Word);

/// <summary>Collects what a change of rows does to the counters: old rows taken back, new rows added.</summary>
public sealed class Tally
{
    private readonly Dictionary<CounterKey, (long Number, decimal Amount)> changes = [];
    private int sign = 1;

    /// <summary>The changes that are not zero.</summary>
    internal IReadOnlyList<(CounterKey Key, long Number, decimal Amount)> Changes =>
        [.. changes.Where(change => change.Value != default).Select(change => (change.Key, change.Value.Number, change.Value.Amount))];

    internal void Replace<TRow>(TableDescription<TRow> table, TRow? before, TRow? after) where TRow : class
    {
        sign = -1;
        if (before is not null) table.Count(before, this);
        sign = 1;
        if (after is not null) table.Count(after, this);
    }

    public void Add(string counter, string word, Guid id = default, DateTimeOffset? bucket = null, decimal amount = 0)
    {
        ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(changes, new(counter, id, bucket ?? Counters.NoBucket, word), out _);
        sum = (sum.Number + sign, sum.Amount + sign * amount);
    }

    internal void Clear() => changes.Clear();
}
