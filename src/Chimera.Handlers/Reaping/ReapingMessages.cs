namespace Chimera.Handlers.Reaping;

/// <summary>Ends attempts whose time and grace are over and whose worker is gone.</summary>
public sealed record ReapTasks(IReadOnlyList<Guid> TaskIds);

/// <summary>Sends again what the next stage of each of these tasks waits for: the messages were lost with their queue.</summary>
public sealed record ResumeTasks(IReadOnlyList<Guid> TaskIds);
