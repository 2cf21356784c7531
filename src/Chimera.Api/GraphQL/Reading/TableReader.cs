using Chimera.Projections;
using GraphQL.DataLoader;
using GraphQL.Execution;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>Reads plans. The children of a row whose key is known beforehand are asked for together with the row.</summary>
internal sealed class TableReader(ReadDatabase database)
{
    public IDataLoaderResult Row(Plan plan, string schema, Guid key, IExecutionContext context)
    {
        var (loader, level) = (new TableLoader(database, schema, context, takesTurns: false), new Level(plan, null));
        loader.Ask(level, new Statement(plan, schema).OfRow(key));
        for (var i = 0; i < plan.Children.Count; i++)
            if (plan.Children[i].OfRoot) loader.Ask(level, i, key);
        return loader.Answer(() => level.Rows.Count == 0 ? null : new Row(level, level.Rows[0]));
    }

    public IDataLoaderResult Page(Plan plan, string schema, PageRequest request, IExecutionContext context)
    {
        var (loader, page) = (new TableLoader(database, schema, context, takesTurns: true), new Page(new Level(plan, request), request));
        loader.Ask(page.Level, new Statement(plan, schema).OfPage(request), page);
        return loader.Answer(() => page);
    }

    /// <summary>Those of the live rows that meet a filter. Nobody but the caller dispatches here: each change that is watched is an answer of its own.</summary>
    public async Task<IEnumerable<Row>> Rows(Plan plan, Guid[] keys, PageRequest chosen, IExecutionContext context, CancellationToken cancellation)
    {
        var (loader, level) = (new TableLoader(database, TableSet.LiveSchema, context, takesTurns: true), new Level(plan, null));
        loader.Ask(level, new Statement(plan, TableSet.LiveSchema).OfRows(keys, chosen));
        while (!await loader.Dispatch(cancellation)) continue;
        return level.Rows.Select(values => new Row(level, values));
    }
}
