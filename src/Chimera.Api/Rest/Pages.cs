using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Chimera.Projections;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>A page of a list, and where the next one begins.</summary>
[Description("A page of a list. `next` is the `after` of the next page; null on the last one.")]
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>Which page of a list is wanted.</summary>
/// <remarks>No positional record: the OpenAPI generator cannot read descriptions from a constructor's parameters.</remarks>
public sealed class PageQuery
{
    public const int Largest = 200, Default = 50;
    internal const string LimitSentence = "How many items a page has at most: 1 to 200, 50 by default.";

    [FromQuery(Name = "limit"), Description(LimitSentence)]
    public string? Limit { get; init; }

    [FromQuery(Name = "after"), Description("The `next` of the page before.")]
    public string? After { get; init; }

    public int Size() => Limit is null ? Default
        : int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Largest ? limit
        : throw new RefusedRequestException(400, "page.limit", $"limit is 1 to {Largest}.");
}

/// <summary>A condition of a list, in SQL with <c>$0</c> for the value; no value, no condition.</summary>
internal readonly record struct Filter(string Sql, object? Value);

/// <summary>How a table is listed: newest first, or the highest rank first and the oldest within it.</summary>
/// <param name="Rank">The column that sorts first; null when only time does.</param>
internal sealed record Listing<TRow>(TableDescription<TRow> Table, Func<TRow, Cursor> At, string? Rank = null) where TRow : class
{
    public string OrderBy => Rank is null ? $"created_at desc, {Table.Key} desc" : $"{Rank} desc, created_at, {Table.Key}";

    public string After => Rank is null
        ? $"(created_at, {Table.Key}) < ($1, $2)"
        : $"({Rank} <= $3 and ({Rank} < $3 or (created_at, {Table.Key}) > ($1, $2)))";
}

/// <summary>Reads pages of the tables by keyset: what is inserted meanwhile neither repeats nor hides a row.</summary>
internal sealed class Pages(NpgsqlDataSource database, TableCatalog catalog)
{
    public async Task<Page<TItem>> Read<TRow, TItem>(
        Listing<TRow> listing, PageQuery page, IReadOnlyList<Filter> filters, Func<TRow, TItem> show, CancellationToken cancellation) where TRow : class
    {
        var rows = await Rows(listing, page, filters, cancellation);
        var more = rows.Count > page.Size();
        var shown = more ? rows.GetRange(0, page.Size()) : rows;
        return new([.. shown.Select(show)], more ? listing.At(shown[^1]).Write(listing.Table.Name) : null);
    }

    private async Task<List<TRow>> Rows<TRow>(Listing<TRow> listing, PageQuery page, IReadOnlyList<Filter> filters, CancellationToken cancellation) where TRow : class
    {
        await using var command = Command(listing, page, filters, await catalog.Columns(TableSet.LiveSchema, listing.Table.Name));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(listing.Table.Read(reader));
        return rows;
    }

    private NpgsqlCommand Command<TRow>(Listing<TRow> listing, PageQuery page, IReadOnlyList<Filter> filters, IReadOnlySet<string> known) where TRow : class
    {
        var (table, command, conditions) = (listing.Table, database.CreateCommand(), new List<string> { "true" });
        if (page.After is { } after)
        {
            var (rank, at, id) = Cursor.Read(after, table.Name);
            foreach (var value in listing.Rank is null ? new object[] { at, id } : [at, id, rank]) command.Parameters.Add(new() { Value = value });
            conditions.Add(listing.After);
        }
        foreach (var filter in filters.Where(filter => filter.Value is not null))
        {
            command.Parameters.Add(new() { Value = filter.Value });
            conditions.Add(filter.Sql.Replace("$0", $"${command.Parameters.Count}", StringComparison.Ordinal));
        }
        command.CommandText = $"select {string.Join(", ", table.Columns.Select(column => column.In(known)))} from {TableSet.LiveSchema}.{table.Name} " +
            $"where {string.Join(" and ", conditions)} order by {listing.OrderBy} limit {page.Size() + 1}";
        return command;
    }
}
