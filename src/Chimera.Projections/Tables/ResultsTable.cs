using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>results</c>; output, metadata and error are JSON.</summary>
public sealed record ResultRow(
    Guid ResultId, Guid TaskId, Guid WorkerId, string Status, string? OutputData, string Metadata, string? ErrorDetails, DateTimeOffset CreatedAt,
    string TraceId);

/// <summary>The results, one for each attempt. Once its effect is committed, a result's output is what the platform answered.</summary>
public static class ResultsTable
{
    public static readonly TableDescription<ResultRow> Description =
        new TableDescription<ResultRow>("results", typeof(ResultEvent), row => row.ResultId, Read, Fold)
            .Column("result_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.ResultId)
            .Column("task_id", "uuid NOT NULL REFERENCES tasks(task_id)", row => row.TaskId)
            .Column("worker_id", "uuid NOT NULL", row => row.WorkerId)
            .Column("status", "varchar(20) NOT NULL", row => row.Status, words: typeof(ResultStatus))
            .Column("output_data", "jsonb", row => row.OutputData)
            .Column("metadata", "jsonb", row => row.Metadata)
            .Column("error_details", "jsonb", row => row.ErrorDetails)
            .Column("created_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.CreatedAt)
            .Column("trace_id", "varchar(100)", row => row.TraceId)
            .Index("idx_results_task", "task_id")
            .Index("idx_results_status", "status");

    public static ResultRow? Fold(ResultRow? row, StoredEvent @event) => (row, @event.Data) switch
    {
        (_, ResultSubmitted e) => new(e.ResultId, e.TaskId, e.WorkerId, ChimeraJson.NameOf(e.Status), e.OutputData?.GetRawText(), Json(e.Metadata),
            JsonOrNull(e.ErrorDetails), Moment(e.SubmittedAt), Fit(e.TraceId, 100)),
        (null, _) => null,
        (_, EffectDeferred e) => row with { ErrorDetails = Json(e.Error) },
        (_, EffectSucceeded e) => row with { OutputData = e.OutputData.GetRawText(), ErrorDetails = null },
        (_, EffectFailed e) => row with { ErrorDetails = Json(e.Error) },
        (_, EffectOutcomeUnknown e) => row with { ErrorDetails = Json(e.Error) },
        _ => row
    };

    private static ResultRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.TextAt(4), row.GetString(5), row.TextAt(6), row.TimeAt(7), row.GetString(8));
}
