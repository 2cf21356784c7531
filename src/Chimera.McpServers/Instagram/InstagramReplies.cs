using Chimera.McpServers.Records;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>Answers to comments. A repeat is looked for among the answers of the comment.</summary>
internal sealed class InstagramReplies(InstagramApi api, TimeProvider clock)
{
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    public async Task<Published> Post(InstagramAccount account, PostRecord record, CancellationToken cancellation)
    {
        if (!record.IsNew && await Find(account, record, cancellation) is { } earlier) return earlier;
        var reply = await api.Post<GraphId>(account, $"{CommentOf(record)}/replies", new() { ["message"] = record.Draft.Text }, Effect.Once, cancellation);
        var id = reply.Id ?? throw NoAnswer.Lost("Instagram did not say which answer it made.");
        return new(id, InstagramNetwork.Profile(account), clock.GetUtcNow());
    }

    public async Task<Published?> Find(InstagramAccount account, PostRecord record, CancellationToken cancellation)
    {
        var list = await api.Get<GraphList<GraphComment>>(account, $"{CommentOf(record)}/replies?fields=id,text,username,timestamp&limit=100", cancellation);
        var found = list.Data?.FirstOrDefault(one => account.Handle.Equals(one.Username, StringComparison.OrdinalIgnoreCase) && (one.Text ?? "").Trim() == record.Draft.Text!.Trim()
            && InstagramNetwork.TimeOf(one.Timestamp) >= record.BegunAt - Leeway);
        return found is null ? null : new(found.Id, InstagramNetwork.Profile(account), InstagramNetwork.TimeOf(found.Timestamp)!.Value);
    }

    private static string CommentOf(PostRecord record) => Uri.EscapeDataString(record.Draft.ReplyTo!);
}
