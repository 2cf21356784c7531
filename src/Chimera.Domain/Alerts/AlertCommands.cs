namespace Chimera.Domain.Alerts;

public sealed record AlertOperator(Guid AgentId, Guid TaskId, string Code, string Message);

public sealed record AcknowledgeAlert(Guid AlertId, string AcknowledgedBy);
