using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.TikTok;

/// <param name="PrivacyLevelOptions">Who may see what the creator posts.</param>
internal sealed record TikTokCreator(string? CreatorUsername, IReadOnlyList<string>? PrivacyLevelOptions);

/// <summary>The beginning of a post: it is asked for, and for a video an address is given where the file goes.</summary>
internal sealed record TikTokInit(string? PublishId, string? UploadUrl);

/// <param name="Status">PROCESSING_UPLOAD, PROCESSING_DOWNLOAD, PUBLISH_COMPLETE or FAILED.</param>
internal sealed record TikTokStatus(string? Status, string? FailReason, IReadOnlyList<long>? PublicalyAvailablePostId);

/// <summary>The requests of which a post on TikTok is made.</summary>
internal sealed class TikTokPosting(TikTokApi api, string privacy)
{
    private const long ChunkSize = 10_000_000;
    private const int LongestTitle = 90;

    /// <summary>Who posts: TikTok wants this asked before every post.</summary>
    public async Task<string> CreatorOf(TikTokAccount account, CancellationToken cancellation)
    {
        var creator = await api.Ask<TikTokCreator>(account, "v2/post/publish/creator_info/query/", [], Effect.None, cancellation);
        if (!account.Handle.Equals(creator.CreatorUsername, StringComparison.OrdinalIgnoreCase))
            throw new ToolErrorException(ToolErrors.AuthFailed, $"The token of @{account.Handle} in TIKTOK_ACCOUNTS is one of @{creator.CreatorUsername}.");
        if (creator.PrivacyLevelOptions?.Contains(privacy) != true)
            throw new ToolErrorException(ErrorTable.NotConfigured,
                $"@{account.Handle} may post to {string.Join(", ", creator.PrivacyLevelOptions ?? [])} only: TIKTOK_PRIVACY is {privacy}.");
        return creator.CreatorUsername!;
    }

    /// <summary>Nothing is out before the whole file is there.</summary>
    public Task<TikTokInit> BeginVideo(TikTokAccount account, string? caption, long size, CancellationToken cancellation)
    {
        var body = new JsonObject
        {
            ["post_info"] = new JsonObject { ["title"] = caption ?? "", ["privacy_level"] = privacy, ["is_aigc"] = true },
            ["source_info"] = new JsonObject
            {
                ["source"] = "FILE_UPLOAD", ["video_size"] = size, ["chunk_size"] = Math.Min(size, ChunkSize), ["total_chunk_count"] = Chunks(size)
            }
        };
        return api.Ask<TikTokInit>(account, "v2/post/publish/video/init/", body, Effect.None, cancellation);
    }

    public async Task Upload(Uri address, byte[] file, Func<Task> beforeLast, CancellationToken cancellation)
    {
        var chunks = Chunks(file.Length);
        for (var i = 1; i <= chunks; i++)
        {
            var first = (int)((i - 1) * ChunkSize);
            // the last one takes what is left over
            var chunk = file[first..(i == chunks ? file.Length : first + (int)ChunkSize)];
            if (i == chunks) await beforeLast();
            await api.Put(address, chunk, first, file.Length, i == chunks ? Effect.Once : Effect.None, cancellation);
        }
    }

    /// <summary>TikTok fetches the pictures and publishes them without another word.</summary>
    public Task<TikTokInit> BeginPhotos(TikTokAccount account, string? caption, IReadOnlyList<PublicFile> photos, CancellationToken cancellation)
    {
        var urls = new JsonArray([.. photos.Select(photo => JsonValue.Create(photo.Url))]);
        var body = new JsonObject
        {
            ["media_type"] = "PHOTO", ["post_mode"] = "DIRECT_POST",
            ["post_info"] = new JsonObject { ["title"] = Short(caption ?? ""), ["description"] = caption ?? "", ["privacy_level"] = privacy, ["is_aigc"] = true },
            ["source_info"] = new JsonObject { ["source"] = "PULL_FROM_URL", ["photo_cover_index"] = 0, ["photo_images"] = urls }
        };
        return api.Ask<TikTokInit>(account, "v2/post/publish/content/init/", body, Effect.Once, cancellation);
    }

    public Task<TikTokStatus> StatusOf(TikTokAccount account, string publishId, CancellationToken cancellation) =>
        api.Ask<TikTokStatus>(account, "v2/post/publish/status/fetch/", new() { ["publish_id"] = publishId }, Effect.None, cancellation);

    private static long Chunks(long size) => Math.Max(1, size / ChunkSize);

    /// <summary>Not in the middle of a sign.</summary>
    private static string Short(string text)
    {
        if (text.Length <= LongestTitle) return text;
        return char.IsHighSurrogate(text[LongestTitle - 1]) ? text[..(LongestTitle - 1)] : text[..LongestTitle];
    }
}
