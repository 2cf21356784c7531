using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Domain.Trends;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Trends;

/// <summary>
/// An accepted analysis becomes a post where the policy says so; of a paused agent or campaign it is held. The analysis is settled behind it: a campaign is not
/// complete while a post is still to be born.
/// </summary>
public static class FollowTrendHandler
{
    public static async Task<OutgoingMessages> Handle(
        FollowTrend message, IDocumentSession session, StateCache cache, TrendPolicy policy, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(message, session.Streams(cache), policy, now, cancellation));

    public static async Task<Step> Run(FollowTrend message, IStreams streams, TrendPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, [message.TaskId, PostOf(message.TaskId), PublicationOf(message.TaskId)], cancellation);
        await streams.LoadShared(step, [message.CampaignId], cancellation);
        var (task, campaign) = (step.Get<AgentTask>(message.TaskId), step.Get<Campaign>(message.CampaignId));
        if (!campaign.OpenTasks.Contains(task.Id)) return step; // an earlier delivery was settled
        await streams.LoadShared(step, [task.AgentId, task.ResultId!.Value], cancellation);
        var agent = step.Get<Agent>(task.AgentId);
        if (!WorkingStep.IsOver(agent, campaign) && WorkingStep.IsHeld(agent, campaign)) step.Next.Send(message, now + WorkingStep.HoldTime);
        else await Follow(step, task, streams, policy, cancellation);
        return step;
    }

    private static async Task Follow(Step step, AgentTask task, IStreams streams, TrendPolicy policy, CancellationToken cancellation)
    {
        var analysis = (AnalyzeTrendOutput)TaskSchemas.ReadOutput(task.Type, step.Get<TaskResult>(task.ResultId!.Value).OutputData!.Value);
        var trend = TrendOf(task, analysis);
        if (trend is { } id) await streams.Load(step, [id], cancellation);
        if (!step.Exists(PostOf(task.Id))) Follow(step, task, analysis, trend, policy);
        step.Next.Settle(task);
    }

    /// <summary>The ids of what follows from an analysis: a second delivery meets the first.</summary>
    public static Guid PostOf(Guid analysisTaskId) => DerivedId.Of(analysisTaskId, "post");
    public static Guid PublicationOf(Guid analysisTaskId) => DerivedId.Of(analysisTaskId, "publication");

    private static Guid? TrendOf(AgentTask task, AnalyzeTrendOutput analysis)
    {
        var input = (AnalyzeTrendInput)TaskSchemas.ReadInput(task.Type, task.InputData);
        var topic = input.Trends is [var given, ..] ? given.Topic : analysis.Trends is [var found, ..] ? found.Topic : null;
        return topic is null ? null : Trend.IdOf(input.ResourceUri, topic);
    }

    private static void Follow(Step step, AgentTask task, AnalyzeTrendOutput analysis, Guid? trend, TrendPolicy policy)
    {
        var (post, goal, reason) = policy.Follow(analysis, step.Get<Campaign>(task.CampaignId!.Value), step.Get<Agent>(task.AgentId), step.Now);
        if (post is not null) Plan(step, task, post, goal!.Priority, policy);
        if (step.Find<Trend>(trend) is not { } known) return; // an operator had something looked at that no feed has told of
        TrendEvent outcome = post is null ? new TrendLetGo(task.Id, reason, policy.Version, step.Now) : new TrendPostPlanned(task.Id, PostOf(task.Id), policy.Version, step.Now);
        step.Append(known.Id, [outcome], new(task.AgentId, task.TraceId));
    }

    private static void Plan(Step step, AgentTask analysis, GeneratePostInput input, int priority, TrendPolicy policy)
    {
        var (post, publication) = (PostOf(analysis.Id), PublicationOf(analysis.Id));
        var published = new PostContentInput(input.Platform, new(TextFrom: post));
        PlanningStep.Add(step, new(post, analysis.AgentId, analysis.CampaignId, TaskType.GeneratePost, ChimeraJson.Write(input), priority,
            Dependents: [publication], TraceId: analysis.TraceId, ReservedUsd: policy.TaskUsd));
        PlanningStep.Add(step, new(publication, analysis.AgentId, analysis.CampaignId, TaskType.PostContent, ChimeraJson.Write(published), priority,
            [post], TraceId: analysis.TraceId));
    }
}
