using Chimera.Domain.Mentions;
using Chimera.Handlers.Mentions;

namespace Chimera.Api.Hosting.Feeds;

/// <summary>Reads the mentions from where the last look ended.</summary>
internal sealed class MentionPoller(PollerParts parts, IMentionSource source) : FeedPoller(source.Feed, parts.Options.MentionsEverySeconds, parts)
{
    private const string Last = "select data ->> 'cursor' from chimera_events.mt_events where stream_id = $1 order by version desc limit 1";
    private const string Named = "select agent_id from chimera.agents where lower(ltrim(metadata -> 'social_handles' ->> 'twitter', '@')) = any($1)";

    protected override async Task<int> Look(CancellationToken cancellation)
    {
        var cursor = await Cursor(cancellation);
        var (seen, next) = await source.Since(cursor, cancellation);
        if (next is null || next == cursor) return 0;
        string[] handles = [.. seen.SelectMany(one => Mention.Evolve(null, one)!.Handles.Append(one.Author.Username.TrimStart('@').ToLowerInvariant())).Distinct()];
        await Parts.Send(new TakeMentions(source.Feed, seen, await Parts.Ids(Named, handles, cancellation), next), cancellation);
        return seen.Count;
    }

    private async Task<string?> Cursor(CancellationToken cancellation)
    {
        await using var command = Parts.Database.CreateCommand(Last);
        command.Parameters.Add(new() { Value = Feed.IdOf(source.Feed) });
        return await command.ExecuteScalarAsync(cancellation) as string;
    }
}
