namespace Chimera.Domain.Alerts;

/// <summary>Something went wrong that is an agent's, or a campaign's.</summary>
public sealed record AlertOperator(string Code, string Message, Guid? AgentId = null, Guid? TaskId = null, Guid? CampaignId = null)
{
    /// <summary>One for each agent or campaign and code.</summary>
    public Guid AlertId() => Alert.IdOf((CampaignId ?? AgentId)!.Value, Code);
}

public sealed record AcknowledgeAlert(Guid AlertId, string AcknowledgedBy);
