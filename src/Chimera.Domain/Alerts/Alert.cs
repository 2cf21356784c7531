namespace Chimera.Domain.Alerts;

public enum AlertStatus { Open, Acknowledged }

/// <summary>Something that an operator has to look at: one for each agent and code, raised again when it happens again after it was dealt with.</summary>
public sealed record Alert(
    Guid Id, string Code, string Message, Guid AgentId, Guid TaskId, DateTimeOffset RaisedAt, string? AcknowledgedBy = null, DateTimeOffset? AcknowledgedAt = null)
{
    public AlertStatus Status => AcknowledgedAt is null ? AlertStatus.Open : AlertStatus.Acknowledged;

    public static Guid IdOf(Guid agentId, string code) => DerivedId.Of(agentId, $"alert/{code}");

    public static Alert? Evolve(Alert? alert, AlertEvent @event) => @event switch
    {
        OperatorAlerted e => new(e.AlertId, e.Code, e.Message, e.AgentId, e.TaskId, e.At),
        AlertAcknowledged e => alert! with { AcknowledgedBy = e.AcknowledgedBy, AcknowledgedAt = e.At },
        _ => alert
    };
}
