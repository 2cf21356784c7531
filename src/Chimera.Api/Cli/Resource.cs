using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary>A kind of thing the host keeps: its name, where it is, and the columns of its table; the first is its id.</summary>
internal sealed record Resource(string Noun, string Path, params string[] Columns)
{
    public static readonly Resource Agents = new("agent", "agents", "agent_id", "name", "status", "social_handles.twitter", "updated_at");
    public static readonly Resource Campaigns = new("campaign", "campaigns", "campaign_id", "name", "status", "budget_usd", "spent_usd", "created_at");
    public static readonly Resource Tasks = new("task", "tasks", "task_id", "type", "status", "priority", "retry_count", "agent_id", "created_at");
    public static readonly Resource Hitl = new("item", "hitl", "hitl_id", "status", "priority", "escalation_reason", "decision", "reviewer", "created_at");

    private const int Searched = 10_000, ShortestPrefix = 4;

    public string IdField => Columns[0];

    /// <summary>The whole id that <paramref name="given"/> is, or is the beginning of.</summary>
    public async Task<string> Identify(HostClient host, string given, CancellationToken cancellation)
    {
        if (Guid.TryParse(given, out var id)) return id.ToString();
        if (given.Length < ShortestPrefix || !given.All(letter => char.IsAsciiHexDigit(letter) || letter == '-'))
            throw new UsageException($"'{given}' is not an id: give the whole of it, or its first {ShortestPrefix} or more characters.");
        var all = await host.List(Path, [], Searched, cancellation);
        var fits = all.Select(item => item.GetProperty(IdField).GetString()!).Where(one => one.StartsWith(given, StringComparison.OrdinalIgnoreCase)).ToArray();
        return fits switch
        {
            [var only] => only,
            [] => throw new UsageException($"No {Noun} has an id that begins with {given}."),
            _ => throw new UsageException($"{fits.Length} ids begin with {given}, among them {fits[0]} and {fits[1]}: give more of it.")
        };
    }

    /// <summary>The text of a column such as <c>social_handles.twitter</c>.</summary>
    public static string Cell(JsonElement item, string column)
    {
        foreach (var name in column.Split('.'))
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out item)) return "";
        return item.ValueKind == JsonValueKind.Null ? "" : item.ToString();
    }
}
