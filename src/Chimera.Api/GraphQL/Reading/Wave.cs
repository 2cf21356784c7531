using GraphQL.Execution;
using Npgsql;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>What is read in one round trip.</summary>
internal sealed class Wave(string schema, IExecutionContext context)
{
    public List<Asked> Statements { get; } = [];

    public void Add(Level level, NpgsqlBatchCommand command, Page? page = null) => Statements.Add(new(level, command, page, null));

    /// <summary>A page of children for each of <paramref name="keys"/>.</summary>
    public void Add(Level parent, Child child, Guid[] keys)
    {
        var arguments = context.ArgumentValues is { } all && all.TryGetValue(child.Asked, out var given) ? given : null;
        var request = PageRequest.Of(child.Plan.Type, arguments);
        var (level, pages) = parent.Children[parent.Plan.Children.IndexOf(child)] = (new(child.Plan, request), []);
        if (keys.Length > 0) Statements.Add(new(level, new Statement(child.Plan, schema).OfChildren(child.Relation, keys, request), null, pages));
    }

    /// <summary>What the rows of this wave ask for.</summary>
    public Wave Next()
    {
        var next = new Wave(schema, context);
        foreach (var level in Statements.Select(statement => statement.Level))
            foreach (var child in level.Plan.Children)
                if (level.Children[level.Plan.Children.IndexOf(child)].Level is null)
                    next.Add(level, child, [.. level.Rows.Select(row => row[child.Parent]).OfType<Guid>().Distinct()]);
        return next;
    }

    /// <summary>A statement, and where its rows go.</summary>
    internal sealed record Asked(Level Level, NpgsqlBatchCommand Command, Page? Page, Dictionary<Guid, Page>? Pages)
    {
        public void Take(NpgsqlDataReader reader)
        {
            var page = Page;
            if (Pages is not null && !Pages.TryGetValue(reader.GetGuid(0), out page)) Pages[reader.GetGuid(0)] = page = new Page(Level, Level.Request!);
            if (page is not null && !page.Fits()) return;
            var row = Read(reader, Pages is null ? 0 : 1);
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
