using System.ComponentModel;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Alerts;
using Chimera.Handlers;
using Chimera.Projections.Events;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Chimera.Api.Rest;

/// <summary>Something that an operator has to look at.</summary>
public sealed record AlertDetails(
    Guid AlertId, [property: Description("The error's code, such as `AUTH_FAILED`, or `BUDGET_EXCEEDED`.")] string Code, string Message,
    [property: Description("Whose it is, where it is an agent's.")] Guid? AgentId, [property: Description("The task that met it first, where it was a task.")] Guid? TaskId,
    [property: Description("Whose it is, where it is a campaign's.")] Guid? CampaignId, AlertStatus Status, DateTimeOffset RaisedAt, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt)
{
    internal static AlertDetails Of(Alert alert) => new(
        alert.Id, alert.Code, alert.Message, alert.AgentId, alert.TaskId, alert.CampaignId, alert.Status, alert.RaisedAt, alert.AcknowledgedBy, alert.AcknowledgedAt);
}

internal static class Alerts
{
    private const string Name = "alerts";

    // an alert has no table of its own: the audit log has every event, and alerts are few
    private const string Select = """
        select raised.event_data, acknowledged.event_data, raised.timestamp, raised.log_id from chimera.audit_log raised
        left join lateral (select event_data from chimera.audit_log later where later.event_type = 'alert_acknowledged' and later.stream_id = raised.stream_id
            and later.sequence > raised.sequence order by later.sequence limit 1) acknowledged on true
        where raised.event_type = 'operator_alerted' and ($1::text is null or (acknowledged.event_data is null) = ($1 = 'open'))
            and ($2::timestamptz is null or (raised.timestamp, raised.log_id) < ($2, $3::uuid))
        order by raised.timestamp desc, raised.log_id desc limit $4
        """;

    public static void Map(IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts");
        alerts.MapGet("", List).Lists<AlertDetails>("listAlerts", "List what an operator has to look at", "Newest first.");
        alerts.MapGet("/{id}", Get).Shows<AlertDetails>("getAlert", "Read an alert", "Folded from its events: of the same code and agent or campaign, the newest.");
        alerts.MapPost("/{id}/acknowledge", Acknowledge).Acts<AlertDetails>("acknowledgeAlert", "Acknowledge an alert",
            "Says that somebody has seen it: who asks. When the same happens again, the operator is alerted again.");
    }

    private static async Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "status"), WordOf<AlertStatus>] string? status, NpgsqlDataSource database, CancellationToken cancellation)
    {
        Cursor? after = page.After is { } place ? Cursor.Read(place, Name) : null;
        await using var command = database.CreateCommand(Select);
        foreach (var value in new object?[] { Words<AlertStatus>.Checked(status, "status"), after?.At, after?.Id, page.Size() + 1 })
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(AlertDetails Alert, Cursor At)>();
        while (await row.ReadAsync(cancellation)) found.Add((Read(row), new(0, row.GetFieldValue<DateTimeOffset>(2), row.GetGuid(3))));
        var shown = found.Take(page.Size()).ToArray();
        return Reply.Ok(new Page<AlertDetails>([.. shown.Select(one => one.Alert)], found.Count > shown.Length ? shown[^1].At.Write(Name) : null));
    }

    private static Task<Reply> Get(Guid id, EventLog log, CancellationToken cancellation) => Answer(id, log, cancellation);

    private static async Task<Reply> Acknowledge(Guid id, OptionalBody<Nothing> body, Commands commands, EventLog log, CancellationToken cancellation)
    {
        await commands.Send(new AcknowledgeAlert(id, commands.User()), id);
        return await Answer(id, log, cancellation);
    }

    private static async Task<Reply> Answer(Guid id, EventLog log, CancellationToken cancellation)
    {
        var events = await log.ReadStream(id, cancellation);
        var alert = events.Aggregate((object?)null, (state, e) => Aggregates.Evolve(state, e.Data)) as Alert ?? throw new UnknownIdException("alert", id);
        return Reply.Ok(AlertDetails.Of(alert), events[^1].Version);
    }

    private static AlertDetails Read(NpgsqlDataReader row)
    {
        var alert = Alert.Evolve(null, JsonSerializer.Deserialize<OperatorAlerted>(row.GetString(0), ChimeraJson.Stored)!);
        return AlertDetails.Of(row.IsDBNull(1) ? alert! : Alert.Evolve(alert, JsonSerializer.Deserialize<AlertAcknowledged>(row.GetString(1), ChimeraJson.Stored)!)!);
    }
}
