namespace Chimera.Domain.Alerts;

/// <summary>What happens to something that an operator has to look at. Stored forever: add, never rename or remove.</summary>
public abstract record AlertEvent;

/// <param name="Code">The error's code, such as <c>AUTH_FAILED</c>.</param>
/// <param name="AgentId">Whose it is, where it is an agent's.</param>
/// <param name="TaskId">The task that met it first, where it was a task.</param>
/// <param name="CampaignId">Whose it is, where it is a campaign's.</param>
public sealed record OperatorAlerted(Guid AlertId, string Code, string Message, DateTimeOffset At, Guid? AgentId = null, Guid? TaskId = null, Guid? CampaignId = null) : AlertEvent;

public sealed record AlertAcknowledged(string AcknowledgedBy, DateTimeOffset At) : AlertEvent;
