using System.Globalization;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Records;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.TikTok;

/// <summary>
/// Posts a video or photos on TikTok. The publish id is kept before the last part of a video is sent, so a repeat asks what became of it. For photos TikTok
/// gives the id with the deed: when that answer is lost, nothing is posted again, for nobody can say whether it is out.
/// </summary>
internal sealed class TikTokNetwork(
    TikTokPosting posting, AccountBook<TikTokAccount> accounts, PostRecords records, PublicMedia media, TimeProvider clock) : ISocialNetwork
{
    private const string Asked = "asked", Failed = "FAILED";

    public async Task<Published> Publish(Draft draft, Caller caller, CancellationToken cancellation)
    {
        var account = accounts.For(caller);
        Rule.Require(draft.ReplyTo is null, ToolErrors.InvalidArguments, "TikTok lets no program answer comments.", "/reply_to");
        return await records.Once(caller.KeyOrNew(), account.Handle, draft, async record =>
            await Earlier(account, record, wait: true, cancellation) ?? await Post(account, record, cancellation), cancellation);
    }

    public async Task<Published?> Find(string idempotencyKey, CancellationToken cancellation)
    {
        if (await records.Find(idempotencyKey, cancellation) is not { } record) return null;
        if (record.Post is { } known) return known;
        var found = await Earlier(accounts.Named(record.Handle), record, wait: false, cancellation);
        return found is null ? null : await records.Complete(record, found, cancellation);
    }

    /// <summary>A video is sent from the media store, photos are fetched by TikTok: either is named by its address.</summary>
    public async Task<string> Upload(string mediaUrl, Caller caller, CancellationToken cancellation) => (await media.Find(mediaUrl, "/media_url", cancellation)).Url;

    private async Task<IReadOnlyList<PublicFile>> Files(Draft draft, CancellationToken cancellation)
    {
        var named = await media.Find(draft.MediaIds, "/media_ids", cancellation);
        IReadOnlyList<PublicFile> files = [.. named, .. await media.Find(draft.MediaUrls, "/media_urls", cancellation)];
        Require(files.Count > 0, "TikTok shows a video or photos, not words alone.");
        Require(files.Count == 1 || files.All(file => !file.IsVideo), "A post on TikTok has one video, or photos.");
        Require(files.All(file => !file.IsVideo || file.IsOurs), "TikTok gets videos of the media store only.");
        return files;
    }

    private static void Require(bool holds, string words) => Rule.Require(holds, ToolErrors.InvalidArguments, words, "/media_urls");

    private async Task<Published> Post(TikTokAccount account, PostRecord record, CancellationToken cancellation)
    {
        var files = await Files(record.Draft, cancellation);
        var creator = await posting.CreatorOf(account, cancellation);
        var id = files[0].IsVideo ? await PostVideo(account, record, await media.Read(files[0], cancellation), cancellation) : await PostPhotos(account, record, files, cancellation);
        var state = await Settled(account, id, wait: true, cancellation);
        return state.Status == Failed ? throw TikTokErrors.Failed(state.FailReason) : Of(id, creator, state);
    }

    private async Task<string> PostVideo(TikTokAccount account, PostRecord record, byte[] file, CancellationToken cancellation)
    {
        var begun = await posting.BeginVideo(account, record.Draft.Text, file.Length, cancellation);
        if (begun is not { PublishId: { } id, UploadUrl: { } url } || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            throw NoAnswer.Failed("TikTok names no address for the file.");
        return await OrForget(record, async () =>
        {
            await posting.Upload(address, file, beforeLast: () => records.Refer(record, id, cancellation), cancellation);
            return id;
        });
    }

    private Task<string> PostPhotos(TikTokAccount account, PostRecord record, IReadOnlyList<PublicFile> photos, CancellationToken cancellation) =>
        OrForget(record, async () =>
        {
            await records.Refer(record, Asked, cancellation);
            var begun = await posting.BeginPhotos(account, record.Draft.Text, photos, cancellation);
            var id = begun.PublishId ?? throw NoAnswer.Lost("TikTok does not name the post.");
            await records.Refer(record, id, CancellationToken.None);
            return id;
        });

    /// <summary>What was refused is not on its way.</summary>
    private async Task<string> OrForget(PostRecord record, Func<Task<string>> deed)
    {
        try
        {
            return await deed();
        }
        catch (ToolErrorException refused) when (refused.Error.Code != ErrorTable.OutcomeUnknown)
        {
            await records.Refer(record, reference: null, CancellationToken.None);
            throw;
        }
    }

    /// <summary>What became of an earlier call; null when nothing of it is on its way.</summary>
    private async Task<Published?> Earlier(TikTokAccount account, PostRecord record, bool wait, CancellationToken cancellation)
    {
        if (record.Reference is not { } id) return null;
        if (id == Asked) throw NoAnswer.Lost("TikTok was asked for the post before, and its answer was lost.");
        var state = await Settled(account, id, wait, cancellation);
        return state.Status == Failed ? null : Of(id, account.Handle, state);
    }

    private async Task<TikTokStatus> Settled(TikTokAccount account, string id, bool wait, CancellationToken cancellation)
    {
        for (var patience = new Patience(clock); ;)
        {
            var state = await StatusOf(account, id, cancellation);
            if (state.Status is "PUBLISH_COMPLETE" or Failed) return state;
            if (!wait || !await patience.Wait(wanted: null, cancellation)) throw Patience.Over(TikTokApi.Platform);
        }
    }

    /// <summary>A refusal to tell is not one of the post, which may be out.</summary>
    private async Task<TikTokStatus> StatusOf(TikTokAccount account, string id, CancellationToken cancellation)
    {
        try
        {
            return await posting.StatusOf(account, id, cancellation);
        }
        catch (ToolErrorException refused) when (!refused.Error.Retryable)
        {
            throw NoAnswer.Lost($"TikTok has the post and does not tell what became of it: {refused.Message}");
        }
    }

    /// <summary>Until TikTok has looked at a public post, only its publish id is known.</summary>
    private Published Of(string id, string creator, TikTokStatus state) => state.PublicalyAvailablePostId is [var post, ..]
        ? new(post.ToString(CultureInfo.InvariantCulture), $"https://www.tiktok.com/@{creator}/video/{post}", clock.GetUtcNow())
        : new(id, $"https://www.tiktok.com/@{creator}", clock.GetUtcNow());
}
