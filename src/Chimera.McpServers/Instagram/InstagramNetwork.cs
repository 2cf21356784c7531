using System.Globalization;
using Chimera.Domain;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Records;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>Posts on Instagram. The container's id is kept before it is published: a container is published once, whoever asks how often.</summary>
internal sealed class InstagramNetwork(
    InstagramApi api, AccountBook<InstagramAccount> accounts, PostRecords records, InstagramContainers containers, InstagramReplies replies, PublicMedia media,
    TimeProvider clock) : ISocialNetwork
{
    private const string Out = "PUBLISHED", Many = "Instagram shows 1 to 10 pictures or videos.", Wordless = "A comment on Instagram is answered with words alone.";
    private const int Listed = 50, MostFiles = 10;
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    public async Task<Published> Publish(Draft draft, Caller caller, CancellationToken cancellation)
    {
        var account = accounts.For(caller);
        Require(draft);
        return await records.Once(caller.KeyOrNew(), account.Handle, draft, record =>
            draft.ReplyTo is null ? Post(account, record, cancellation) : replies.Post(account, record, cancellation), cancellation);
    }

    public async Task<Published?> Find(string idempotencyKey, CancellationToken cancellation)
    {
        if (await records.Find(idempotencyKey, cancellation) is not { } record) return null;
        if (record.Post is { } known) return known;
        var account = accounts.Named(record.Handle);
        var found = record.Draft.ReplyTo is not null ? await replies.Find(account, record, cancellation)
            : await StatusOf(account, record, cancellation) == Out ? await FindPublished(account, record, cancellation) : null;
        return found is null ? null : await records.Complete(record, found, cancellation);
    }

    /// <summary>Instagram names media by their addresses.</summary>
    public async Task<string> Upload(string mediaUrl, Caller caller, CancellationToken cancellation) => (await media.Find(mediaUrl, "/media_url", cancellation)).Url;

    private static void Require(Draft draft)
    {
        var files = draft.MediaIds.Count + draft.MediaUrls.Count;
        if (draft.ReplyTo is null) Rule.Require(files is > 0 and <= MostFiles, ToolErrors.InvalidArguments, Many, "/media_urls");
        else Rule.Require(files == 0 && !string.IsNullOrWhiteSpace(draft.Text), ToolErrors.InvalidArguments, Wordless, "/caption");
    }

    private async Task<Published> Post(InstagramAccount account, PostRecord record, CancellationToken cancellation)
    {
        var status = await StatusOf(account, record, cancellation);
        if (status == Out) return await FindPublished(account, record, cancellation);
        var patience = new Patience(clock);
        var container = InstagramContainers.IsOfUse(status) ? record.Reference! : await Prepare(account, record, patience, cancellation);
        await containers.Finished(account, container, patience, cancellation);
        var published = await api.Post<GraphId>(account, $"{account.UserId}/media_publish", new() { ["creation_id"] = container }, Effect.Once, cancellation);
        var id = published.Id ?? throw NoAnswer.Lost("Instagram did not say which post it made.");
        return await Describe(account, id, cancellation);
    }

    private async Task<string?> StatusOf(InstagramAccount account, PostRecord record, CancellationToken cancellation) =>
        record.Reference is null || InstagramContainers.AreItems(record.Reference) ? null : await containers.StatusOf(account, record.Reference, cancellation);

    /// <summary>A container, which is noted with each step that is done: the same call goes on from there.</summary>
    private async Task<string> Prepare(InstagramAccount account, PostRecord record, Patience patience, CancellationToken cancellation)
    {
        var begun = InstagramContainers.AreItems(record.Reference) && await containers.AreOfUse(account, record.Reference!, cancellation)
            ? record.Reference! : await Begin(account, record, cancellation);
        if (!InstagramContainers.AreItems(begun)) return begun;
        var carousel = await containers.Join(account, record.Draft.Text, begun, patience, cancellation);
        await records.Refer(record, carousel, CancellationToken.None);
        return carousel;
    }

    private async Task<string> Begin(InstagramAccount account, PostRecord record, CancellationToken cancellation)
    {
        var files = await media.Find(record.Draft.MediaIds, "/media_ids", cancellation);
        var more = await media.Find(record.Draft.MediaUrls, "/media_urls", cancellation);
        var begun = await containers.Begin(account, record.Draft.Text, [.. files, .. more], cancellation);
        await records.Refer(record, begun, CancellationToken.None);
        return begun;
    }

    /// <summary>The post is out, whether or not Instagram says at once where.</summary>
    private async Task<Published> Describe(InstagramAccount account, string id, CancellationToken cancellation)
    {
        try
        {
            return Of(account, await api.Get<GraphMedia>(account, $"{id}?fields=id,permalink,timestamp", cancellation));
        }
        catch (ToolErrorException)
        {
            return new(id, Profile(account), clock.GetUtcNow());
        }
    }

    private async Task<Published> FindPublished(InstagramAccount account, PostRecord record, CancellationToken cancellation)
    {
        var list = await api.Get<GraphList<GraphMedia>>(account, $"{account.UserId}/media?fields=id,caption,permalink,timestamp&limit={Listed}", cancellation);
        var caption = (record.Draft.Text ?? "").Trim();
        var found = list.Data?.FirstOrDefault(one => (one.Caption ?? "").Trim() == caption && TimeOf(one.Timestamp) >= record.BegunAt - Leeway);
        return found is null ? throw NoAnswer.Lost("Instagram has published the post and does not list it yet.") : Of(account, found);
    }

    private Published Of(InstagramAccount account, GraphMedia post) => new(post.Id, post.Permalink ?? Profile(account), TimeOf(post.Timestamp) ?? clock.GetUtcNow());

    public static string Profile(InstagramAccount account) => $"https://www.instagram.com/{account.Handle}/";

    public static DateTimeOffset? TimeOf(string? timestamp) =>
        DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
