namespace Chimera.Domain.Tools;

public enum ToolCallStage { Requested, Succeeded, Failed, OutcomeUnknown }

/// <summary>One call of a tool, from its request to its outcome.</summary>
public sealed record ToolCall(Guid Id, string Server, string Tool, ToolCallStage Stage = ToolCallStage.Requested)
{
    public static ToolCall? Evolve(ToolCall? call, ToolCallEvent @event) => @event switch
    {
        ToolCallRequested e => new(e.CallId, e.Server, e.Tool),
        ToolCallSucceeded => call! with { Stage = ToolCallStage.Succeeded },
        ToolCallFailed => call! with { Stage = ToolCallStage.Failed },
        ToolCallOutcomeUnknown => call! with { Stage = ToolCallStage.OutcomeUnknown },
        _ => call
    };
}
