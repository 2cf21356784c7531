using Chimera.Domain.Campaigns;
using Chimera.Domain.Tasks;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Tasks;

public static class RetryTaskHandler
{
    public static async Task<OutgoingMessages> Handle(RetryTask command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(command, session.Streams(), now, cancellation));

    public static async Task<Step> Run(RetryTask command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [command.TaskId], cancellation);
        var task = step.Get<AgentTask>(command.TaskId);
        step.Append(task.Id, TaskDecider.Decide(command, task, now));
        if (step.Changes.Count == 0) return step;
        if (task.CampaignId is { } campaign)
        {
            await streams.Load(step, [campaign], cancellation);
            // its end is booked first, should the word of it still be on its way
            step.Append(campaign, CampaignDecider.Decide(new SettleTasks(campaign, [NextStages.OutcomeOf(task)]), step.Get<Campaign>(campaign), now));
            step.Append(campaign, CampaignDecider.Decide(new AddCampaignTask(campaign, task.Id, task.ReservedUsd, task.Attempt + 1), step.Get<Campaign>(campaign), now));
        }
        step.Next.Release([task.Id]);
        return step;
    }
}
