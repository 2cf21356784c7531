using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Working;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Reaping;

/// <summary>Every stage passes over what is done already, so a message too many costs a look and changes nothing.</summary>
public static class ResumeTasksHandler
{
    public static async Task<OutgoingMessages> Handle(ResumeTasks chunk, IDocumentSession session, StateCache cache, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(cache), now, cancellation));

    public static async Task<Step> Run(ResumeTasks chunk, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.TaskIds, cancellation);
        var tasks = chunk.TaskIds.Select(id => step.Find<AgentTask>(id)).OfType<AgentTask>().ToArray();
        await streams.LoadShared(step, tasks.SelectMany(task => new[] { task.AgentId, task.CampaignId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        await streams.Load(step, tasks.SelectMany(task => new[] { DerivedId.OfResult(task.Id, task.Attempt), task.HitlId ?? Guid.Empty }).Where(id => id != Guid.Empty), cancellation);
        foreach (var task in tasks)
            if (task.IsTerminal || !WorkingStep.IsHeld(step.Find<Agent>(task.AgentId), step.Find<Campaign>(task.CampaignId))) Resume(step, task);
        return step;
    }

    private static void Resume(Step step, AgentTask task)
    {
        var result = step.Find<TaskResult>(DerivedId.OfResult(task.Id, task.Attempt));
        switch (task.Stage)
        {
            case TaskStage.Pending:
                step.Next.Release([task.Id]);
                break;
            case TaskStage.InProgress when result is { Stage: ResultStage.Submitted }:
                step.Next.Review(task, result.Id);
                break;
            case TaskStage.InProgress when result is { Stage: ResultStage.Rejected }:
                step.Next.Replan(new(task.Id, result.Id, "The result was rejected.", ErrorTable.Rejected));
                break;
            case TaskStage.Escalated when step.Find<HitlItem>(task.HitlId) is { Status: HitlStatus.Resolved } item:
                step.Next.Send(new ApplyHitlDecision(item.Id));
                break;
            case TaskStage.Approved or TaskStage.Committing when task.ResultId is { } approved && !(task.ScheduledFor > step.Now):
                step.Next.Commit(task.Id, approved);
                break;
            case TaskStage.Completed or TaskStage.Failed or TaskStage.Skipped or TaskStage.Cancelled:
                step.Next.Ended(task);
                break;
        }
    }
}
