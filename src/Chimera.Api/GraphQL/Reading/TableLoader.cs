using GraphQL.DataLoader;
using GraphQL.Execution;
using Npgsql;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>
/// The data loader of one field at the root. Rows ask for their children by key; a dispatch reads whatever was asked for since the last one in one round
/// trip, with a statement for each list however many rows ask, and each parent's page once (ADR 0015).
/// </summary>
/// <param name="takesTurns">False for what belongs to one row, which is read by keys.</param>
internal sealed class TableLoader(ReadDatabase database, string schema, IExecutionContext context, bool takesTurns)
{
    private List<Asked> waiting = [];

    public void Ask(Level level, NpgsqlBatchCommand command, Page? page = null) => waiting.Add(new(level, command, page, null));

    /// <summary>A page of children for each of <paramref name="parents"/>.</summary>
    public void Ask(Level level, int child, params ReadOnlySpan<Guid> parents)
    {
        var relation = level.Plan.Children[child];
        var arguments = context.ArgumentValues is { } all && all.TryGetValue(relation.Asked, out var given) ? given : null;
        var request = PageRequest.Of(relation.Plan.Type, arguments);
        var children = level.Children[child] = new(new(relation.Plan, request));
        foreach (var parent in parents) children.Ask(parent);
        if (children.Parents.Length == 0) return;
        var command = new Statement(relation.Plan, schema).OfChildren(relation.Relation, children.Parents, request);
        waiting.Add(new(children.Level, command, null, children));
    }

    /// <summary>What a resolver returns: the library then dispatches, level by level, until there is an answer.</summary>
    public IDataLoaderResult Answer(Func<object?> answer) => new Loading(this, answer);

    /// <returns>True when nothing more is asked for.</returns>
    public async Task<bool> Dispatch(CancellationToken cancellation)
    {
        var asked = waiting;
        waiting = [];
        using var turn = takesTurns ? await database.Turn(cancellation) : Turn.NotNeeded;
        await using var batch = database.Batch();
        foreach (var one in asked) batch.BatchCommands.Add(one.Command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var one in asked)
        {
            while (await reader.ReadAsync(cancellation)) one.Take(reader);
            await reader.NextResultAsync(cancellation);
        }
        foreach (var one in asked) AskForChildren(one.Level);
        return waiting.Count == 0;
    }

    private void AskForChildren(Level level)
    {
        for (var i = 0; i < level.Children.Length; i++)
            if (level.Children[i] is null) Ask(level, i, [.. level.KeysOf(level.Plan.Children[i])]);
    }

    private sealed class Loading(TableLoader loader, Func<object?> answer) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => await loader.Dispatch(cancellationToken) ? answer() : this;
    }

    /// <summary>A statement, and where its rows go.</summary>
    private sealed record Asked(Level Level, NpgsqlBatchCommand Command, Page? Page, Children? Children)
    {
        public void Take(NpgsqlDataReader reader)
        {
            var page = Children is null ? Page : Children.PageOf(reader.GetGuid(0));
            if (page is not null && !page.Fits()) return;
            var row = Read(reader, Children is null ? 0 : 1);
            Level.Rows.Add(row);
            page?.Add(row);
        }

        private object?[] Read(NpgsqlDataReader reader, int from)
        {
            var cells = Level.Plan.Cells;
            var row = new object?[cells.Count];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i + from) ? null : cells[i].Read(reader, i + from);
            return row;
        }
    }
}
