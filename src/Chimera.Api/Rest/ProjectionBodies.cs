using System.ComponentModel;
using System.Text.Json;
using Chimera.Projections;
using Chimera.Projections.Rebuilding;
using Chimera.Projections.Tables;

namespace Chimera.Api.Rest;

/// <summary>What a rebuild is asked for; nothing of it is needed.</summary>
public sealed record NewRebuild
{
    [Description("One of the seven tables; without it all of them.")]
    public string? Table { get; init; }

    [Description("For audits: any difference between the events and the tables ends it as `refused`, and nothing is changed either way.")]
    public bool ExpectEqual { get; init; }

    [Description("For a change of the schema or of a fold: rows may change or go. Without it only rows that were missing are put in.")]
    public bool AllowChanges { get; init; }
}

public enum RebuildState { Running, Swapped, Equal, Refused, Cancelled, Failed }

public enum RebuildDifference { Added, Removed, Changed }

/// <summary>A rebuild, with the report of its comparison once there is one.</summary>
public sealed record RebuildDetails(
    Guid RebuildId, [property: Description("Left away when it is of all tables.")] string? Table, string RequestedBy, DateTimeOffset StartedAt, DateTimeOffset? EndedAt,
    [property: Description("`swapped`: the new rows are read; `equal`: nothing differed, as was asked; all others left the tables as they were.")] RebuildState State,
    [property: Description("`reading`, `comparing` or `swapping`, while it runs.")] string? Phase,
    [property: Description("Events taken in so far; in another process's rebuild, those of the last that was stored.")] long Events,
    [property: Description("The sequence that it builds up to.")] long Total,
    double EventsPerSecond, [property: Description("An estimate from the pace so far, while it reads.")] double? SecondsLeft, IReadOnlyList<TableDifferences> Report, string? Error)
{
    internal static RebuildDetails Of(RebuildStatus status, DateTimeOffset now, bool whole = true)
    {
        var pace = status.Events / Math.Max(((status.EndedAt ?? now) - status.StartedAt).TotalSeconds, 0.001);
        double? left = status is { State: RebuildStatus.Running, Phase: "reading" } && pace > 0 ? Math.Round(Math.Max(0, status.Total - status.Events) / pace, 1) : null;
        return new(status.RebuildId, status.Table, status.RequestedBy, status.StartedAt, status.EndedAt, Words<RebuildState>.Value(status.State),
            status.Phase is { Length: > 0 } phase ? phase : null, status.Events, status.Total, Math.Round(pace), left,
            [.. status.Report.Select(table => TableDifferences.Of(table, whole))], status.Error);
    }
}

/// <summary>How many rows of a table differ from what the events make of it.</summary>
public sealed record TableDifferences(
    [property: Description("A table, or `counters`: the counts that are kept beside the tables.")] string Table, long Equal, long Added, long Removed, long Changed,
    [property: Description("The first ten in the order of their keys; only a single rebuild shows them.")] IReadOnlyList<DifferentRow>? First)
{
    internal static TableDifferences Of(TableReport report, bool whole) => new(report.Table, report.Equal, report.Added, report.Removed, report.Changed,
        whole ? [.. report.First.Select(row => new DifferentRow(row.Key, Words<RebuildDifference>.Value(row.Change), row.Before, row.After))] : null);
}

/// <summary>A row as it was and as the events make it.</summary>
public sealed record DifferentRow(string Key, RebuildDifference Change, JsonElement? Before, JsonElement? After);

/// <summary>An event that was set aside, because a table could not take it in.</summary>
public sealed record PoisonEventDetails(
    long Sequence, [property: Description("Left away when no table can read the event.")] string? Table, Guid EventId, Guid StreamId,
    [property: Description("Its place in the stream.")] long Version, string EventType, string Reason, DateTimeOffset RecordedAt)
{
    internal static PoisonEventDetails Of(PoisonEvent poison) => new(poison.Sequence, poison.TableName is { Length: > 0 } table ? table : null,
        poison.EventId, poison.StreamId, poison.Version, poison.EventType, poison.Reason, poison.RecordedAt);
}

/// <summary>The beginning of a list, as much of it as was asked for.</summary>
public sealed record Beginning<T>(IReadOnlyList<T> Items);
