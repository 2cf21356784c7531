using Chimera.Projections;
using GraphQL.Execution;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>
/// Reads plans: each wave is one round trip with a statement for each selection, however many rows ask. The children of a row whose key is known
/// beforehand go in the first.
/// </summary>
internal sealed class TableReader(ReadDatabase database)
{
    public async Task<Row?> Row(Plan plan, string schema, Guid key, IExecutionContext context)
    {
        var wave = new Wave(schema, context);
        var level = new Level(plan, null);
        wave.Add(level, new Statement(plan, schema).OfRow(key));
        foreach (var child in plan.Children.Where(child => child.OfRoot)) wave.Add(level, child, [key]);
        await Load(wave, context.CancellationToken);
        return level.Rows.Count == 0 ? null : new(level, level.Rows[0]);
    }

    /// <summary>Those of the live rows that meet a filter.</summary>
    public async Task<IEnumerable<Row>> Rows(Plan plan, Guid[] keys, PageRequest chosen, IExecutionContext context, CancellationToken cancellation)
    {
        var wave = new Wave(TableSet.LiveSchema, context);
        var level = new Level(plan, null);
        wave.Add(level, new Statement(plan, TableSet.LiveSchema).OfRows(keys, chosen));
        await Load(wave, cancellation);
        return level.Rows.Select(values => new Row(level, values));
    }

    public async Task<Page> Page(Plan plan, string schema, PageRequest request, IExecutionContext context)
    {
        var wave = new Wave(schema, context);
        var page = new Page(new Level(plan, request), request);
        wave.Add(page.Level, new Statement(plan, schema).OfPage(request), page);
        await Load(wave, context.CancellationToken);
        return page;
    }

    private async Task Load(Wave wave, CancellationToken cancellation)
    {
        while (wave.Statements.Count > 0)
        {
            await using var batch = database.Batch();
            foreach (var statement in wave.Statements) batch.BatchCommands.Add(statement.Command);
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            foreach (var statement in wave.Statements)
            {
                while (await reader.ReadAsync(cancellation)) statement.Take(reader);
                await reader.NextResultAsync(cancellation);
            }
            wave = wave.Next();
        }
    }
}
