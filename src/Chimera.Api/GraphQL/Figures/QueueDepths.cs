using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Hosting;
using Chimera.Handlers;
using GraphQL;
using GraphQL.Types;
using Npgsql;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>How many messages stand in the durable queues.</summary>
internal sealed class QueueDepths(NpgsqlDataSource database)
{
    private const string Sql = $"""
        select queue, (select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Incoming' and received_at like '%/' || queue || '%'),
            (select count(*) from {EventStore.MessageSchema}.wolverine_incoming_envelopes where status = 'Scheduled' and received_at like '%/' || queue || '%'),
            (select count(*) from {EventStore.MessageSchema}.wolverine_dead_letters where received_at like '%/' || queue || '%')
        from unnest($1) with ordinality as named(queue, place) order by place
        """;

    private static readonly string[] Names = [Queues.Plan, Queues.Work, Queues.Review, Queues.Commit, Queues.Campaigns];

    private sealed record Depth(string Queue, long Waiting, long Scheduled, long Dead);

    public void AddTo(ObjectGraphType query) => query.AddField(Plain.Root("queueDepths", "How many messages stand in the durable queues, now.",
        Plain.ListOf(Plain.Of<Depth>("QueueDepth", "What stands in a queue.", ("queue", Scalars.Text.Required(), depth => depth.Queue),
            ("waiting", Scalars.Long.Required(), depth => depth.Waiting), ("scheduled", Scalars.Long.Required(), depth => depth.Scheduled),
            ("dead", Scalars.Long.Required(), depth => depth.Dead))), Read));

    private async Task<object?> Read(IResolveFieldContext context)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = Names });
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        var depths = new List<Depth>();
        while (await row.ReadAsync(context.CancellationToken)) depths.Add(new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));
        return depths;
    }
}
