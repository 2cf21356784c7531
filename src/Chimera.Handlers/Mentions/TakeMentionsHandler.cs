using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Mentions;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Planning;
using Marten;
using Wolverine;

namespace Chimera.Handlers.Mentions;

/// <summary>A mention becomes a reply where the policy says so; mentions, replies and the cursor are stored together, so none is lost or answered twice.</summary>
public static class TakeMentionsHandler
{
    public static async Task<OutgoingMessages> Handle(TakeMentions page, IDocumentSession session, StateCache cache, ReplyPolicy policy, DateTimeOffset now, CancellationToken cancellation) =>
        session.Apply(await Run(page, session.Streams(cache), policy, now, cancellation));

    public static async Task<Step> Run(TakeMentions page, IStreams streams, ReplyPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var feed = Feed.IdOf(page.Feed);
        var step = await streams.Begin(now, page.Seen.Select(seen => seen.MentionId), cancellation);
        await streams.LoadShared(step, page.Agents.Append(feed), cancellation);
        var agents = page.Agents.Select(id => step.Find<Agent>(id)).OfType<Agent>().ToArray();
        var taken = page.Seen.Where(seen => step.Find<Mention>(seen.MentionId) is null).DistinctBy(seen => seen.MentionId).ToArray();
        foreach (var seen in taken) Take(step, seen, agents, policy);
        if (step.Find<Feed>(feed)?.Cursor != page.Cursor) step.Append(feed, [new FeedRead(page.Feed, page.Cursor, taken.Length, now)]);
        return step;
    }

    private static void Take(Step step, MentionSeen seen, IReadOnlyCollection<Agent> agents, ReplyPolicy policy)
    {
        step.Append(seen.MentionId, [seen]);
        var mention = step.Get<Mention>(seen.MentionId);
        var (agent, reason) = policy.Choose(mention, agents, step.Now);
        if (agent is null)
        {
            step.Append(mention.Id, [new MentionPassedOver(reason, policy.Version, step.Now)]);
            return;
        }
        var input = new ReplyCommentInput(mention.Platform, mention.PlatformId, mention.Author.Username, mention.Content);
        PlanningStep.Add(step, new PlanTask(mention.ReplyTaskId, agent.Id, null, TaskType.ReplyComment, ChimeraJson.Write(input), TraceId: mention.Id.ToString("N")));
        step.Append(mention.Id, [new MentionAnswered(mention.ReplyTaskId, agent.Id, policy.Version, step.Now)], new(agent.Id, mention.Id.ToString("N")));
    }
}
