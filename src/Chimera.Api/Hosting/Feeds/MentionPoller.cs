using Chimera.Domain.Mentions;
using Chimera.Handlers.Mentions;
using Chimera.Projections.Events;

namespace Chimera.Api.Hosting.Feeds;

/// <summary>Reads the mentions from where the last look ended.</summary>
internal sealed class MentionPoller(PollerParts parts, IMentionSource source) : FeedPoller(source.Feed, parts.Options.MentionsEverySeconds, parts)
{
    private const string Named = "select agent_id from chimera.agents where lower(ltrim(metadata -> 'social_handles' ->> 'twitter', '@')) = any($1)";

    protected override async Task<int> Look(CancellationToken cancellation)
    {
        var read = await new EventLog(Parts.Database).ReadStream(Feed.IdOf(source.Feed), cancellation);
        var cursor = (read.LastOrDefault()?.Data as FeedRead)?.Cursor;
        var seen = await source.Since(cursor, cancellation);
        if (seen.Count == 0 || seen[^1].PlatformId == cursor) return 0;
        string[] handles = [.. seen.SelectMany(one => Mention.Evolve(null, one)!.Handles.Append(one.Author.Username.TrimStart('@').ToLowerInvariant())).Distinct()];
        await Parts.Send(new TakeMentions(source.Feed, seen, await Parts.Ids(Named, handles, cancellation), seen[^1].PlatformId), cancellation);
        return seen.Count;
    }
}
