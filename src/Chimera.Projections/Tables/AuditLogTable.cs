using System.Net;
using Chimera.Domain.Agents;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Chimera.Domain.Transactions;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>audit_log</c>.</summary>
/// <param name="EventData">The event as stored, JSON.</param>
/// <param name="Sequence">The event's place among all events.</param>
/// <param name="StreamId">The id of what it happened to.</param>
/// <param name="Actor">The user in whose name it happened.</param>
public sealed record AuditRow(
    Guid LogId, Guid? AgentId, string EventType, string EventData, string? TraceId, DateTimeOffset Timestamp, IPAddress? IpAddress, string? UserAgent,
    long Sequence, Guid StreamId, string? Actor);

/// <summary>
/// One row for each event of any stream; its last three columns are not in the specification. What proves that nothing was changed is on the event
/// log, not here.
/// </summary>
public static class AuditLogTable
{
    public static readonly TableDescription<AuditRow> Description =
        new TableDescription<AuditRow>("audit_log", typeof(object), row => row.LogId, Read, Fold)
            .Column("log_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.LogId)
            .Column("agent_id", "uuid", row => row.AgentId)
            .Column("event_type", "varchar(50) NOT NULL", row => row.EventType)
            .Column("event_data", "jsonb NOT NULL", row => row.EventData)
            .Column("trace_id", "varchar(100)", row => row.TraceId)
            .Column("timestamp", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.Timestamp)
            .Column("ip_address", "inet", row => row.IpAddress)
            .Column("user_agent", "text", row => row.UserAgent)
            .Column("sequence", "bigint", row => row.Sequence)
            .Column("stream_id", "uuid", row => row.StreamId)
            .Column("actor", "varchar(100)", row => row.Actor)
            .Index("idx_audit_agent", "agent_id")
            .Index("idx_audit_type", "event_type")
            .Index("idx_audit_timestamp", "timestamp DESC")
            .Index("idx_audit_trace", "trace_id");

    public static AuditRow Fold(AuditRow? row, StoredEvent @event) => RowOf(@event, @event.Json);

    /// <param name="json">The event's data; empty where the database has it already.</param>
    internal static AuditRow RowOf(StoredEvent @event, string json) => new(
        @event.Id, AgentOf(@event), Fit(@event.TypeName, 50), json, FitOrNull(@event.TraceId, 100), Moment(@event.Timestamp), @event.IpAddress,
        @event.UserAgent, @event.Sequence, @event.StreamId, FitOrNull(@event.User, 100));

    /// <summary>The agent that the request named; else the one that the event itself is about, where it says so.</summary>
    private static Guid? AgentOf(StoredEvent @event) => @event.AgentId ?? @event.Data switch
    {
        AgentEvent => @event.StreamId,
        TaskPlanned planned => planned.AgentId,
        HitlItemOpened opened => opened.AgentId,
        TransactionPrepared prepared => prepared.AgentId,
        WalletClaimed claimed => claimed.AgentId,
        _ => null
    };

    private static AuditRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.ValueAt<Guid>(1), row.GetString(2), row.GetString(3), row.TextAt(4), row.TimeAt(5), row.ClassAt<IPAddress>(6), row.TextAt(7),
        row.GetInt64(8), row.GetGuid(9), row.TextAt(10));
}
