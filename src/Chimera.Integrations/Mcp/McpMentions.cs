using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Mentions;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Mentions;

namespace Chimera.Integrations.Mcp;

/// <summary>Mentions as the resource <c>twitter://mentions</c> lists them (specification 2.4). What strangers write is taken as text and cut to what a column holds.</summary>
internal sealed class McpMentions(McpServers servers, TimeProvider clock) : IMentionSource
{
    public const string Server = "mcp-server-twitter", Uri = "twitter://mentions";

    public string Feed => Uri;

    public async Task<IReadOnlyList<MentionSeen>> Since(string? cursor, CancellationToken cancellation)
    {
        if (servers.Find(Server) is not { } connection) return [];
        var text = await connection.ReadText(cursor is null ? Uri : $"{Uri}?since_id={System.Uri.EscapeDataString(cursor)}", cancellation);
        return [.. JsonSerializer.Deserialize<Payload>(text, ChimeraJson.Stored)!.DataFormat.Mentions.Select(Seen)];
    }

    private MentionSeen Seen(Listed mention) => new(
        Mention.IdOf(Platform.Twitter, mention.MentionId), Platform.Twitter, OutsideText.Clean(mention.MentionId, 100),
        mention.Author with { Username = OutsideText.Clean(mention.Author.Username, 100), DisplayName = OutsideText.Clean(mention.Author.DisplayName, 200) },
        OutsideText.Clean(mention.Content, Mention.LongestContent), mention.Engagement, mention.CreatedAt, clock.GetUtcNow());

    private sealed record Payload(Data DataFormat);

    private sealed record Data(IReadOnlyList<Listed> Mentions);

    private sealed record Listed(string MentionId, MentionAuthor Author, string Content, DateTimeOffset CreatedAt, MentionEngagement Engagement);
}
