using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Reading;
using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using Chimera.Projections.Tables;
using GraphQL;
using GraphQL.Types;
using Npgsql;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>Figures over time, from the kept counters: tasks by the hour, costs by agent and day.</summary>
internal sealed class Charts(ReadDatabase database, Moments moments, TimeProvider clock)
{
    private const int MostHours = 1000, MostDays = 400;

    private static readonly string[] Happenings = ["created", "completed", "failed"];

    private sealed record Hour(DateTime At, long Created, long Completed, long Failed);

    private sealed record Cost(DateTime Day, Guid Agent, string? Name, long Tasks, decimal Usd);

    public void AddTo(ObjectGraphType query)
    {
        query.AddField(Plain.Root("tasksByHour", $"What happened to tasks in each hour (UTC); the last day when nothing else is asked, {MostHours} hours at most.",
            Plain.ListOf(Plain.Of<Hour>("TasksOfHour", "What happened to tasks in an hour.", ("hour", MomentScalar.Instance.Required(), hour => hour.At),
                ("created", Scalars.Long.Required(), hour => hour.Created), ("completed", Scalars.Long.Required(), hour => hour.Completed),
                ("failed", Scalars.Long.Required(), hour => hour.Failed))), Hours, [.. Range(), .. Moments.Arguments()]));
        query.AddField(Plain.Root("costs", $"What agents cost on each day (UTC); the last 30 days when nothing else is asked, {MostDays} at most. Days without a cost are left away.",
            Plain.ListOf(Plain.Of<Cost>("CostOfDay", "What an agent cost on a day.", ("day", MomentScalar.Instance.Required(), cost => cost.Day),
                ("agentId", Scalars.Id.Required(), cost => cost.Agent), ("agentName", Scalars.Text, cost => cost.Name), ("tasks", Scalars.Long.Required(), cost => cost.Tasks),
                ("usd", Scalars.Decimal.Required(), cost => cost.Usd))), Costs, [.. Range(), Plain.Argument("agentId", Scalars.Id), .. Moments.Arguments()]));
    }

    private static QueryArgument[] Range() => [Plain.Argument("from", MomentScalar.Instance), Plain.Argument("to", MomentScalar.Instance, "Not itself in the answer.")];

    private async Task<object?> Hours(IResolveFieldContext context)
    {
        var (from, to) = Between(context, TimeSpan.FromDays(1), TimeSpan.FromHours(MostHours));
        var schema = await moments.Schema(context);
        using var turn = await database.Turn(context.CancellationToken);
        await using var command = database.Command($"""
            select hour, {string.Join(", ", Happenings.Select(word => $"coalesce(sum(number) filter (where word = '{word}'), 0)::bigint"))}
            from generate_series(date_trunc('hour', $1, 'UTC'), $2 - interval '1 microsecond', interval '1 hour') hour
            left join {schema}.{Counters.Table} on counter = '{Counters.TasksByHour}' and id = $3 and bucket = hour
            group by hour order by hour
            """, from, to, Guid.Empty);
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        var hours = new List<Hour>();
        while (await row.ReadAsync(context.CancellationToken)) hours.Add(new(row.GetDateTime(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)));
        return hours;
    }

    private async Task<object?> Costs(IResolveFieldContext context)
    {
        var (from, to) = Between(context, TimeSpan.FromDays(30), TimeSpan.FromDays(MostDays));
        var schema = await moments.Schema(context);
        using var turn = await database.Turn(context.CancellationToken);
        await using var command = database.Command($"""
            select bucket, id, (select name from {schema}.agents where agent_id = id), number, amount from {schema}.{Counters.Table}
            where counter = '{Counters.AgentCosts}' and bucket >= date_trunc('day', $1, 'UTC') and bucket < $2
            """, from, to);
        if (context.Value<object>("agentId") is { } agent)
        {
            command.CommandText += " and id = $3";
            command.Parameters.Add(new() { Value = Ids.Read(agent, "agentId") });
        }
        command.CommandText += " order by bucket, id";
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        var costs = new List<Cost>();
        while (await row.ReadAsync(context.CancellationToken)) costs.Add(CostOf(row));
        return costs;
    }

    private static Cost CostOf(NpgsqlDataReader row) =>
        new(row.GetDateTime(0), row.GetGuid(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt64(3), row.GetDecimal(4));

    private (DateTimeOffset From, DateTimeOffset To) Between(IResolveFieldContext context, TimeSpan usual, TimeSpan most)
    {
        var to = context.Value<DateTimeOffset?>("to") ?? clock.GetUtcNow();
        var from = context.Value<DateTimeOffset?>("from") ?? to - usual;
        if (from > to || to - from > most) throw new RefusedRequestException(400, "request.parameter", $"from lies before to, and no more than {most.TotalHours} hours.");
        return (from, to);
    }
}
