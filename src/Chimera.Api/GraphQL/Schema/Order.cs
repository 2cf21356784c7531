namespace Chimera.Api.GraphQL.Schema;

/// <summary>A way to sort a table: by rank, if it has one, then by time, and last by key, so that no two rows are alike.</summary>
/// <param name="Rank">The column that sorts first, highest first; null when only time does.</param>
internal sealed record Order(string Name, string Time, bool NewestFirst, string? Rank = null)
{
    private const string Priority = "priority";

    /// <summary>The orders of a table; the first is the one that holds when none is asked for.</summary>
    public static Order[] Of(string[] columns)
    {
        var time = columns.Contains("created_at") ? "created_at" : "timestamp";
        var name = time.ToUpperInvariant();
        Order[] byTime = [new($"{name}_DESC", time, NewestFirst: true), new($"{name}_ASC", time, NewestFirst: false)];
        return columns.Contains(Priority) ? [.. byTime, new("PRIORITY_DESC", time, NewestFirst: false, Priority)] : byTime;
    }

    /// <param name="backwards">From the end of the list to its beginning.</param>
    public string By(string alias, string key, bool backwards)
    {
        var (time, rank) = (NewestFirst != backwards ? "desc" : "asc", backwards ? "asc" : "desc");
        return $"{(Rank is null ? "" : $"{alias}.{Rank} {rank}, ")}{alias}.{Time} {time}, {alias}.{key} {time}";
    }

    /// <summary>The condition that a row lies behind the cursor whose time, key and rank are the parameters from <paramref name="first"/> on.</summary>
    public string Behind(string alias, string key, bool backwards, int first)
    {
        var byTime = $"({alias}.{Time}, {alias}.{key}) {(NewestFirst != backwards ? '<' : '>')} (${first}, ${first + 1})";
        if (Rank is null) return byTime;
        var less = backwards ? '>' : '<';
        return $"({alias}.{Rank} {less}= ${first + 2} and ({alias}.{Rank} {less} ${first + 2} or {byTime}))";
    }
}
