namespace Chimera.Handlers.Working;

/// <summary>One attempt at a task.</summary>
public sealed record WorkItem(Guid TaskId, int Attempt);
public sealed record ExecuteTasks(int Priority, IReadOnlyList<WorkItem> Items);
