using Chimera.Api.GraphQL.Reading;
using Chimera.Projections;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>The whole schema: the tables and their relations, and what is counted and told beside them.</summary>
internal sealed class ChimeraSchema : global::GraphQL.Types.Schema
{
    public ChimeraSchema(IServiceProvider services, TableSet set, TableResolver tables) : base(services)
    {
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        RegisterVisitor(new DirectiveArguments());
        var query = new ObjectGraphType { Name = "Query" };
        foreach (var type in MakeTables(set).Values)
        {
            query.AddField(new RowField(type.Name.One, type) { Resolver = tables });
            query.AddField(new PageField(type.Name.Many, type) { Resolver = tables });
        }
        Query = query;
    }

    private static Dictionary<string, TableType> MakeTables(TableSet set)
    {
        var words = new WordTypes();
        var types = set.Tables.ToDictionary(table => table.Name, table => new TableType(table, Relations.Tables.Single(name => name.Table == table.Name), words));
        foreach (var single in Relations.Singles) types[single.From].Graph.AddField(new OneField(single, types[single.To]));
        foreach (var list in Relations.Lists) types[list.From].Graph.AddField(new PageField(list.Name, types[list.To], list));
        return types;
    }
}
