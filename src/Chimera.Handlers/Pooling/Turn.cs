namespace Chimera.Handlers.Pooling;

/// <summary>What decides when waiting work has its turn.</summary>
/// <param name="Priority">10 goes first.</param>
/// <param name="AgentId">Agents with work of the same priority take turns.</param>
/// <param name="Server">The tool server that the work needs; null when it needs none.</param>
public readonly record struct Turn(int Priority, Guid AgentId, string? Server = null);
