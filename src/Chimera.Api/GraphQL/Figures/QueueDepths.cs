using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Hosting;
using Chimera.Handlers;
using Chimera.Projections;
using GraphQL;
using GraphQL.Types;
using Npgsql;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>How many messages stand in the durable queues, and how many tasks.</summary>
internal sealed class QueueDepths(NpgsqlDataSource database, TasksInQueues tasks, Moments moments)
{
    private const string Tasks = "tasks";

    private const string Sql = $"""
        select queue, (select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Incoming' and received_at like '%/' || queue || '%'),
            (select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Scheduled' and received_at like '%/' || queue || '%'),
            (select count(*) from {EventStore.MessageSchema}.wolverine_dead_letters where received_at like '%/' || queue || '%')
        from unnest($1) with ordinality as named(queue, place) order by place
        """;

    private static readonly string[] Names = [Queues.Plan, Queues.Work, Queues.Review, Queues.Commit, Queues.Campaigns];

    private sealed record Depth(string Queue, long? Waiting, long? Scheduled, long? Dead)
    {
        public long? Tasks { get; init; }
    }

    public void AddTo(ObjectGraphType query) => query.AddField(Plain.Root("queueDepths",
        "What stands in the durable queues. Messages are known of now only: no event tells when one was taken.",
        Plain.ListOf(Plain.Of<Depth>("QueueDepth", "What stands in a queue.", ("queue", Scalars.Text.Required(), depth => depth.Queue),
            ("waiting", Scalars.Long, depth => depth.Waiting), ("scheduled", Scalars.Long, depth => depth.Scheduled), ("dead", Scalars.Long, depth => depth.Dead),
            (Tasks, Scalars.Long, depth => depth.Tasks))), Read, Moments.Arguments()));

    private async Task<object?> Read(IResolveFieldContext context)
    {
        var then = await moments.View(context);
        var depths = then is null ? await Messages(context.CancellationToken) : [.. Names.Select(queue => new Depth(queue, null, null, null))];
        if (context.SubFields?.Values.Any(field => field.Field.Name.Value == Tasks) != true) return depths;
        var counted = await tasks.Count(then?.Schema ?? TableSet.LiveSchema, context.CancellationToken);
        return depths.Select(depth => depth with { Tasks = counted.TryGetValue(depth.Queue, out var number) ? number : null });
    }

    private async Task<List<Depth>> Messages(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = Names });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var depths = new List<Depth>();
        while (await row.ReadAsync(cancellation)) depths.Add(new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));
        return depths;
    }
}
