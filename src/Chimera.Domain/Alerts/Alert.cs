namespace Chimera.Domain.Alerts;

public enum AlertStatus { Open, Acknowledged }

/// <summary>Something that an operator has to look at: one for each agent or campaign and code, raised again when it happens again after it was dealt with.</summary>
public sealed record Alert(
    Guid Id, string Code, string Message, DateTimeOffset RaisedAt, Guid? AgentId = null, Guid? TaskId = null, Guid? CampaignId = null, string? AcknowledgedBy = null,
    DateTimeOffset? AcknowledgedAt = null)
{
    public AlertStatus Status => AcknowledgedAt is null ? AlertStatus.Open : AlertStatus.Acknowledged;

    /// <param name="subject">The agent or the campaign.</param>
    public static Guid IdOf(Guid subject, string code) => DerivedId.Of(subject, $"alert/{code}");

    public static Alert? Evolve(Alert? alert, AlertEvent @event) => @event switch
    {
        OperatorAlerted e => new(e.AlertId, e.Code, e.Message, e.At, e.AgentId, e.TaskId, e.CampaignId),
        AlertAcknowledged e => alert! with { AcknowledgedBy = e.AcknowledgedBy, AcknowledgedAt = e.At },
        _ => alert
    };
}
