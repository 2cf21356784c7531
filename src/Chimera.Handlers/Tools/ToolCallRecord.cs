using Chimera.Domain.Tools;

namespace Chimera.Handlers.Tools;

/// <summary>Something that happened to a call of a tool, on behalf of an agent.</summary>
public sealed record ToolCallRecord(Guid CallId, ToolCallEvent Event, Subject Subject);
