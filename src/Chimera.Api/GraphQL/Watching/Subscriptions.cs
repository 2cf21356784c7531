using System.Runtime.CompilerServices;
using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Projections;
using Chimera.Projections.Events;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Watching;

/// <summary>What can be watched: rows as they change, and events as they are appended; told when the tables have taken them in.</summary>
internal sealed class Subscriptions(EventType events, TableFeed feed, Plans plans, TableReader reader)
{
    public ObjectGraphType Make(IReadOnlyDictionary<string, TableType> tables)
    {
        var subscription = new ObjectGraphType { Name = "Subscription" };
        subscription.AddField(Rows("taskChanged", tables["tasks"], "id", "campaignId", "agentId", "status"));
        subscription.AddField(Rows("hitlItemChanged", tables["hitl_queue"], "id", "campaignId", "agentId", "status"));
        subscription.AddField(Rows("campaignChanged", tables["campaigns"], "id", "status"));
        subscription.AddField(new FieldType
        {
            Name = "eventAppended", Description = "Every event, in the order of its sequence.", ResolvedType = events.Graph,
            Arguments = [Plain.Argument("streamId", Scalars.Id), Plain.Argument("types", new ListGraphType(Scalars.Text.Required()), "Only events of these types, `task_completed`.")],
            Resolver = new FuncFieldResolver<object>(context => context.Source), StreamResolver = new WatchResolver(Events)
        });
        return subscription;
    }

    private WatchedField Rows(string name, TableType type, params string[] arguments)
    {
        var field = new WatchedField(name, type, arguments);
        field.StreamResolver = new WatchResolver((context, cancellation) => Rows(field, context, cancellation));
        return field;
    }

    private async IAsyncEnumerable<object?> Rows(WatchedField field, IResolveFieldContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chosen = field.Chosen(context);
        await foreach (var page in feed.Read(cancellation))
        {
            Guid[] changed = [.. page.Rows.Where(row => row.Table.Name == field.Target.Table.Name).Select(row => row.Id)];
            if (changed.Length == 0) continue;
            var plan = await plans.Of(context.FieldAst, TableSet.LiveSchema, context.ExecutionContext,
                (selections, known) => PlanBuilder.OfRow(selections, field.Target, [context.FieldAst], known));
            foreach (var row in await reader.Rows(plan, changed, chosen, context.ExecutionContext, cancellation)) yield return row;
        }
    }

    private async IAsyncEnumerable<object?> Events(IResolveFieldContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Guid? stream = context.Value<object>("streamId") is { } id ? Ids.Read(id, "streamId") : null;
        var types = (context.Value<IEnumerable<object>>("types") ?? []).Cast<string>().ToHashSet();
        bool IsWatched(StoredEvent one) => (stream is null || one.StreamId == stream) && (types.Count == 0 || types.Contains(one.TypeName));
        await foreach (var page in feed.Read(cancellation))
            foreach (var one in page.Events.Where(IsWatched)) yield return one;
    }
}
