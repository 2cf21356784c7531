using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Trends;
using Marten;
using Wolverine;

namespace Chimera.Handlers.DeadLetters;

public static class DiscardDeadLetterHandler
{
    public static async Task<OutgoingMessages> Handle(DiscardDeadLetter command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var letter = await DeadLetter.Get(session, command.Id, cancellation);
        session.QueueOperation(new TakeDeadLetter(letter.Id));
        return session.Apply(await Run(letter.Message(), command.Reason, session.Streams(), now, cancellation));
    }

    public static async Task<Step> Run(object? message, string reason, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<Guid> tasks = message is null ? [] : StageMessages.TasksOf(message);
        var step = await streams.Begin(now, message is PlanCampaign plan ? [plan.CampaignId] : tasks, cancellation);
        await streams.Load(step, tasks.Select(id => step.Find<AgentTask>(id)?.HitlId).OfType<Guid>(), cancellation);
        foreach (var id in tasks) Abandon(step, id, new(ErrorTable.Discarded, reason));
        if (message is FollowTrend follow && step.Find<AgentTask>(follow.TaskId) is { } analysis) step.Next.Settle(analysis); // no post comes of it, and its campaign goes on
        if (message is PlanTasks chunk) NeverPlanned(step, chunk);
        if (message is PlanCampaign { CampaignId: var campaign } && step.Find<Campaign>(campaign) is { IsOver: false, Planned: false } unplanned)
            step.Append(campaign, CampaignDecider.Decide(new FailPlan(campaign, "dead-letter.discarded", reason), unplanned, now));
        return step;
    }

    private static void Abandon(Step step, Guid id, TaskError error)
    {
        if (step.Find<AgentTask>(id) is not { IsTerminal: false } task) return;
        if (step.Find<HitlItem>(task.HitlId) is { } item) step.Append(item.Id, HitlDecider.Decide(new CancelHitlItem(item.Id, error.ErrorMessage), item, step.Now));
        step.Append(id, TaskDecider.Decide(new AbandonTask(id, error), task, step.Now));
        step.Next.Ended(step.Get<AgentTask>(id));
    }

    /// <summary>Tasks that their campaign counts on and that have no stream of their own.</summary>
    private static void NeverPlanned(Step step, PlanTasks chunk)
    {
        foreach (var task in chunk.Tasks.Where(task => step.Find<AgentTask>(task.TaskId) is null))
        {
            if (task.CampaignId is { } campaign) step.Next.Send(new SettleTasks(campaign, [new(task.TaskId, false, task.ReservedUsd, 0)]));
            if (task.Dependents is { Count: > 0 } waiting)
                step.Next.Send(new SkipTasks(waiting, new(ErrorTable.DependencyFailed, $"Task {task.TaskId} could not be planned.")));
        }
    }
}
