using Chimera.Api.GraphQL.Figures;
using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Watching;
using Chimera.Projections;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>The whole schema: the tables and their relations, and what is counted and told beside them.</summary>
internal sealed class ChimeraSchema : global::GraphQL.Types.Schema
{
    public ChimeraSchema(IServiceProvider services, TableSet set, TableResolver tables, Subscriptions subscriptions, Counts counts, Charts charts, QueueDepths queues, ProjectionState state,
        Histories histories, Differences differences) : base(services)
    {
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        RegisterVisitor(new DirectiveArguments());
        var types = MakeTables(set);
        var query = new ObjectGraphType { Name = "Query" };
        foreach (var type in types.Values)
        {
            query.AddField(new RowField(type.Name.One, type) { Resolver = tables });
            query.AddField(new PageField(type.Name.Many, type) { Resolver = tables });
        }
        counts.AddTo(query);
        charts.AddTo(query);
        queues.AddTo(query);
        state.AddTo(query);
        histories.AddTo(query);
        differences.AddTo(query);
        (Query, Subscription) = (query, subscriptions.Make(types));
    }

    private static Dictionary<string, TableType> MakeTables(TableSet set)
    {
        var shared = new SharedTypes();
        var types = set.Tables.ToDictionary(table => table.Name, table => new TableType(table, Relations.Tables.Single(name => name.Table == table.Name), shared));
        foreach (var single in Relations.Singles) types[single.From].Graph.AddField(new OneField(single, types[single.To]));
        foreach (var list in Relations.Lists) types[list.From].Graph.AddField(new PageField(list.Name, types[list.To], list));
        types["campaigns"].Graph.AddField(CampaignProgress.Field());
        return types;
    }
}
