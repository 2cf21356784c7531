using Chimera.Domain.Tasks;

namespace Chimera.Domain.Tools;

/// <summary>What happens to one call of a tool (S2.3-17); each call has a stream of its own.</summary>
public abstract record ToolCallEvent;

/// <param name="Server">The tool server, <c>mcp-server-twitter</c>.</param>
/// <param name="TaskId">Null for a call that no task asked for.</param>
/// <param name="IdempotencyKey">Under which the server acts once.</param>
/// <param name="ArgumentsSha256">Of the arguments as sent, JSON, in hex.</param>
public sealed record ToolCallRequested(
    Guid CallId, string Server, string Tool, Guid? TaskId, Guid? AgentId, string? IdempotencyKey, string ArgumentsSha256, DateTimeOffset At) : ToolCallEvent;

/// <param name="CostUsd">US dollars, as the server says.</param>
/// <param name="Model">What did the work, where the server says so.</param>
public sealed record ToolCallSucceeded(int DurationMs, decimal CostUsd, string? Model, DateTimeOffset At) : ToolCallEvent;

/// <summary>The tool refused, or the call was never sent: nothing happened.</summary>
public sealed record ToolCallFailed(TaskError Error, int DurationMs, DateTimeOffset At) : ToolCallEvent;

/// <summary>The call was sent and no answer came that could be read: the tool may have acted.</summary>
public sealed record ToolCallOutcomeUnknown(string Reason, int DurationMs, DateTimeOffset At) : ToolCallEvent;
