using System.Runtime.CompilerServices;
using Chimera.Projections;
using Chimera.Projections.Tables;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>The plans of the fields that are asked again and again: kept as long as the document that they stand in is.</summary>
internal sealed class Plans(TableCatalog catalog, TableSet set)
{
    private readonly ConditionalWeakTable<GraphQLField, Plan> plans = [];
    private KnownColumns? live;

    public async ValueTask<Plan> Of(GraphQLField asked, string schema, IExecutionContext context, Func<Selections, KnownColumns, Plan> make)
    {
        var known = await Known(schema);
        if (schema != TableSet.LiveSchema) return make(new(context), known);
        if (plans.TryGetValue(asked, out var plan) && ReferenceEquals(plan.Known, known)) return plan;
        plan = make(new(context), known);
        if (plan.Lasts) plans.AddOrUpdate(asked, plan);
        return plan;
    }

    private async ValueTask<KnownColumns> Known(string schema)
    {
        if (schema != TableSet.LiveSchema) return await KnownColumns.Of(schema, set, catalog);
        return live = await KnownColumns.Of(schema, set, catalog, live);
    }
}
