namespace Chimera.Domain.Alerts;

/// <summary>What happens to something that an operator has to look at. Stored forever: add, never rename or remove.</summary>
public abstract record AlertEvent;

/// <param name="Code">The error's code, such as <c>AUTH_FAILED</c>.</param>
/// <param name="TaskId">The task that met it first.</param>
public sealed record OperatorAlerted(Guid AlertId, string Code, string Message, Guid AgentId, Guid TaskId, DateTimeOffset At) : AlertEvent;

public sealed record AlertAcknowledged(string AcknowledgedBy, DateTimeOffset At) : AlertEvent;
