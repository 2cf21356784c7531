using static Chimera.Domain.Rule;

namespace Chimera.Domain.Alerts;

/// <summary>The rules of an alert's life. Pure: (command, state, now) in, events out.</summary>
public static class AlertDecider
{
    public const int MaxNameLength = 100;

    /// <summary>One that is open is enough, however many tasks meet the same.</summary>
    public static AlertEvent[] Decide(AlertOperator command, Alert? alert, DateTimeOffset now) => alert is { Status: AlertStatus.Open }
        ? []
        : [new OperatorAlerted(command.AlertId(), command.Code, command.Message, now, command.AgentId, command.TaskId, command.CampaignId)];

    public static AlertEvent[] Decide(AcknowledgeAlert command, Alert alert, DateTimeOffset now)
    {
        RequireText(command.AcknowledgedBy, MaxNameLength, "alert.acknowledged-by", "/acknowledged_by");
        return alert.Status == AlertStatus.Acknowledged ? [] : [new AlertAcknowledged(command.AcknowledgedBy, now)];
    }
}
