using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Planning;

public sealed record PlanCampaign(Guid CampaignId);
public sealed record PlanTasks(IReadOnlyList<PlanTask> Tasks);
public sealed record ReleaseTasks(IReadOnlyList<Guid> TaskIds);
public sealed record SkipTasks(IReadOnlyList<Guid> TaskIds, TaskError Error);
public sealed record CancelTasks(IReadOnlyList<Guid> TaskIds, string Reason);

/// <param name="Reason">What the judge, the human or the tool found wrong.</param>
public sealed record FailedItem(Guid TaskId, Guid ResultId, string Reason, string ErrorType);
public sealed record HandleWorkerFailures(IReadOnlyList<FailedItem> Items);

/// <summary>Looks after a running campaign, again and again until it is over.</summary>
public sealed record MonitorCampaign(Guid CampaignId);
