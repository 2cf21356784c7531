using Chimera.Domain.Mentions;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Mentions;

namespace Chimera.Integrations.Mcp;

/// <summary>Mentions as the resource <c>twitter://mentions</c> lists them (specification 2.4). What strangers write is taken as text and cut to what a column holds.</summary>
internal sealed class McpMentions(McpServers servers, TimeProvider clock) : IMentionSource
{
    public const string Server = "mcp-server-twitter", Uri = "twitter://mentions";
    private const int LongestId = 100;

    public string Feed => Uri;

    public async Task<MentionPage> Since(string? cursor, CancellationToken cancellation)
    {
        if (servers.Find(Server) is not { } connection) return new([], null);
        return PageIn(await connection.ReadText(cursor is null ? Uri : $"{Uri}?since_id={System.Uri.EscapeDataString(cursor)}", cancellation), clock.GetUtcNow());
    }

    /// <summary>An entry without a sound id, author and content is no mention; those after it are read all the same, and no later look meets it again.</summary>
    internal static MentionPage PageIn(string payload, DateTimeOffset now)
    {
        var entries = FeedEntries.In(payload, "mentions");
        var last = entries.Select(entry => FeedEntries.Read<Named>(entry)?.MentionId).LastOrDefault(id => !string.IsNullOrWhiteSpace(id));
        var mentions = entries.Select(FeedEntries.Read<Listed>).OfType<Listed>().Where(IsWhole).Select(mention => Seen(mention, now)).Where(IsSound);
        return new([.. mentions], last is null ? null : OutsideText.Clean(last, LongestId));
    }

    private static bool IsWhole(Listed mention) => mention is { MentionId: not null, Author: { Username: not null, DisplayName: not null }, Content: not null, Engagement: not null };

    private static MentionSeen Seen(Listed mention, DateTimeOffset now) => new(
        Mention.IdOf(Platform.Twitter, mention.MentionId), Platform.Twitter, OutsideText.Clean(mention.MentionId, LongestId),
        mention.Author with { Username = OutsideText.Clean(mention.Author.Username, 100), DisplayName = OutsideText.Clean(mention.Author.DisplayName, 200) },
        OutsideText.Clean(mention.Content, Mention.LongestContent), mention.Engagement, mention.CreatedAt, now);

    private static bool IsSound(MentionSeen mention) => !string.IsNullOrWhiteSpace(mention.PlatformId) && !string.IsNullOrWhiteSpace(mention.Author.Username);

    private sealed record Named(string MentionId);

    private sealed record Listed(string MentionId, MentionAuthor Author, string Content, DateTimeOffset CreatedAt, MentionEngagement Engagement);
}
