using Chimera.Domain;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using Npgsql;

namespace Chimera.Projections;

/// <summary>The event that last set a cell, with the value before and after.</summary>
public sealed record Cause(StoredEvent Event, object? Before, object? After);

/// <summary>A row that is not the same at two moments.</summary>
/// <param name="Change"><c>added</c> or <c>changed</c>: rows are never removed.</param>
/// <param name="Before">Cells by column; null for a row that was not there.</param>
/// <param name="Columns">Those that differ.</param>
public sealed record RowDifference(
    TableDescription Table, Guid Id, string Change, IReadOnlyDictionary<string, object?>? Before, IReadOnlyDictionary<string, object?> After, IReadOnlyList<string> Columns);

/// <summary>Tells from the events why a row is as it is, and what happened to rows between two moments.</summary>
public sealed class RowHistory(TableSet set, NpgsqlDataSource database)
{
    private readonly EventLog log = new(database);

    /// <summary>The event that last changed a column of a row; null when there is no such row.</summary>
    /// <param name="upTo">Events after this sequence are left out; null for none.</param>
    /// <exception cref="RuleViolationException"><c>why.column</c>: the table has no such column.</exception>
    public async Task<Cause?> Why(TableDescription table, Guid id, string column, long? upTo, CancellationToken cancellation)
    {
        Rule.Require(table.Columns.Any(known => known.Name == column), "why.column", $"{table.Name} has no column {column}.");
        Cause? cause = null;
        object? row = null;
        foreach (var @event in (await log.ReadStream(id, cancellation)).Where(one => one.Sequence <= (upTo ?? long.MaxValue) && table.Folds.IsInstanceOfType(one.Data)))
        {
            var (before, next) = (row, table.FoldRow(row, @event));
            var (old, value) = (Value(table, before, column), Value(table, next, column));
            if (next is not null && (before is null || !Same(old, value))) cause = new(@event, old, value);
            row = next;
        }
        return row is null ? null : cause;
    }

    /// <summary>The rows that differ after two sequences, in the order of their ids.</summary>
    /// <param name="table">One table; null for all but the audit log, which only grows.</param>
    /// <param name="after">Only ids after this one.</param>
    /// <param name="limit">How many streams are looked at; fewer rows may come of them.</param>
    /// <returns>The differences, and the last id that was looked at; null when no more follow.</returns>
    public async Task<(IReadOnlyList<RowDifference> Rows, Guid? Next)> Diff(long from, long to, TableDescription? table, Guid? after, int limit, CancellationToken cancellation)
    {
        var streams = await Moved(from, to, table, after ?? Guid.Empty, limit, cancellation);
        var events = await log.ReadStreams(streams, 0, to, int.MaxValue, cancellation);
        var rows = new List<RowDifference>();
        foreach (var stream in events.GroupBy(@event => @event.StreamId).OrderBy(stream => Array.IndexOf(streams, stream.Key)))
            if (Difference(stream.Key, [.. stream], from) is { } difference) rows.Add(difference);
        return (rows, streams.Length < limit ? null : streams[^1]);
    }

    private async Task<Guid[]> Moved(long from, long to, TableDescription? table, Guid after, int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            select distinct stream_id from {EventLog.Table} where seq_id > $1 and seq_id <= $2 and stream_id > $3 and type = any($4) order by stream_id limit $5
            """);
        var types = (table is null ? set.Tables.Where(one => one.Folds != typeof(object)) : [table]).SelectMany(one => EventTypes.NamesOf(one.Folds)).ToArray();
        foreach (var value in new object[] { from, to, after, types, limit }) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(cancellation)) streams.Add(reader.GetGuid(0));
        return [.. streams];
    }

    private RowDifference? Difference(Guid id, StoredEvent[] events, long from)
    {
        if (set.Tables.FirstOrDefault(one => one.Folds != typeof(object) && events.Any(@event => one.Folds.IsInstanceOfType(@event.Data))) is not { } table) return null;
        object? before = null, row = null;
        foreach (var @event in events.Where(one => table.Folds.IsInstanceOfType(one.Data)))
        {
            row = table.FoldRow(row, @event);
            if (@event.Sequence <= from) before = row;
        }
        if (row is null) return null;
        string[] changed = [.. table.Columns.Select(column => column.Name).Where(column => !Same(Value(table, before, column), Value(table, row, column)))];
        return before is null ? new(table, id, "added", null, Cells(table, row), changed)
            : changed.Length > 0 ? new(table, id, "changed", Cells(table, before), Cells(table, row), changed) : null;
    }

    private static Dictionary<string, object?> Cells(TableDescription table, object row) => table.Cells(row).ToDictionary(cell => cell.Column, cell => cell.Value);

    private static object? Value(TableDescription table, object? row, string column) => row is null ? null : table.Cells(row).First(cell => cell.Column == column).Value;

    private static bool Same(object? one, object? other) => (one, other) switch
    {
        (IReadOnlyList<Guid> ids, IReadOnlyList<Guid> others) => ids.SequenceEqual(others),
        _ => Equals(one, other)
    };
}
