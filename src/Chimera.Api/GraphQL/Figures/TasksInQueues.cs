using Chimera.Api.GraphQL.Reading;
using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;

namespace Chimera.Api.GraphQL.Figures;

/// <summary>How many tasks stand in each queue, told by the tables alone and so of any moment. Of messages that are not about a task's own next step they know nothing.</summary>
internal sealed class TasksInQueues(ReadDatabase database)
{
    private static readonly string
        Pending = ChimeraJson.NameOf(PublicTaskStatus.Pending), InProgress = ChimeraJson.NameOf(PublicTaskStatus.InProgress),
        Escalated = ChimeraJson.NameOf(PublicTaskStatus.Escalated), Completed = ChimeraJson.NameOf(PublicTaskStatus.Completed),
        Failure = ChimeraJson.NameOf(ResultStatus.Failure);

    /// <summary>
    /// Work: what nothing holds back, and what has no result yet. Review: a result that nobody judged, or an escalated task whose human has decided.
    /// Commit: what was approved. A result that failed or was rejected is planned anew, and stands in none of the three.
    /// </summary>
    private static readonly string Sql = $$"""
        with running as (
            select task_id, started_at, result_id, result.status from {schema}.tasks left join lateral (
                select result_id, status from {schema}.results where results.task_id = tasks.task_id and results.created_at >= started_at
                order by results.created_at desc, result_id desc limit 1) result on true
            where tasks.status = '{{InProgress}}'),
        judged as (select event_type, stream_id, timestamp from {schema}.audit_log where event_type in ('task_approved', 'result_rejected') and timestamp >= (select min(started_at) from running)),
        staged as (
            select result_id is null as working, status = '{{Failure}}' or exists (select from judged where event_type = 'result_rejected' and stream_id = result_id) as refused,
                exists (select from judged where event_type = 'task_approved' and stream_id = task_id and timestamp >= started_at) as approved
            from running)
        select
            (select count(*) from {schema}.tasks where status = '{{Pending}}' and not exists (
                select from {schema}.tasks needed where needed.task_id = any(tasks.dependencies) and needed.status <> '{{Completed}}')) + (select count(*) from staged where working),
            (select count(*) from staged where not working and not refused and not approved) + (select count(*) from {schema}.tasks where status = '{{Escalated}}' and not exists (
                select from {schema}.hitl_queue item where item.task_id = tasks.task_id and item.reviewed_at is null and item.status <> 'cancelled')),
            (select count(*) from staged where approved and not refused)
        """;

    public async Task<IReadOnlyDictionary<string, long>> Count(string schema, CancellationToken cancellation)
    {
        using var turn = await database.Turn(cancellation);
        await using var command = database.Command(Sql.Replace("{schema}", schema, StringComparison.Ordinal));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new Dictionary<string, long> { [Queues.Work] = row.GetInt64(0), [Queues.Review] = row.GetInt64(1), [Queues.Commit] = row.GetInt64(2) };
    }
}
