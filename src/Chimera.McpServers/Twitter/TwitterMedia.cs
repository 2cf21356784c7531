using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using Chimera.Domain;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Twitter;

/// <summary>Uploads one of our media to X in chunks, and waits until X has processed it. What X is still at is not uploaded again by a repeat.</summary>
internal sealed class TwitterMedia(TwitterApi api, IMediaStore store, TimeProvider clock)
{
    private const int ChunkSize = 4 * 1024 * 1024;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    // by account and file; that a process forgets them costs an upload and nothing else
    private readonly ConcurrentDictionary<(string Handle, string File), (string Id, DateTimeOffset Until)> _unfinished = new();

    public async Task<string> Upload(TwitterAccount account, string mediaUrl, CancellationToken cancellation)
    {
        var file = (account.Handle, MediaNames.In(mediaUrl) ?? mediaUrl);
        var media = await Earlier(account, file, cancellation) ?? await Send(account, mediaUrl, cancellation);
        _unfinished[file] = (media.Id, clock.GetUtcNow() + Remembered);
        try
        {
            await Processed(account, media, cancellation);
            _unfinished.TryRemove(file, out _);
            return media.Id;
        }
        catch (ToolErrorException refused) when (!refused.Error.Retryable)
        {
            _unfinished.TryRemove(file, out _);
            throw;
        }
    }

    /// <summary>What X has of the file, if an earlier call did not wait to the end.</summary>
    private async Task<XMedia?> Earlier(TwitterAccount account, (string, string) file, CancellationToken cancellation)
    {
        if (!_unfinished.TryGetValue(file, out var begun) || begun.Until < clock.GetUtcNow()) return null;
        try
        {
            return await StatusOf(account, begun.Id, cancellation);
        }
        catch (ToolErrorException forgotten) when (!forgotten.Error.Retryable)
        {
            return null;
        }
    }

    private async Task<XMedia> Send(TwitterAccount account, string mediaUrl, CancellationToken cancellation)
    {
        var bytes = await store.Read(mediaUrl, cancellation);
        Rule.Require(bytes is not null, ToolErrors.InvalidArguments,
            "X gets files of the media store only: nothing else is fetched on anybody's word.", "/media_url");
        var begun = await Initialize(account, MediaNames.TypeOf(mediaUrl), bytes.Length, cancellation);
        foreach (var (segment, chunk) in bytes.Chunk(ChunkSize).Index()) await Append(account, begun.Id, segment, chunk, cancellation);
        return await Ask(account, () => new(HttpMethod.Post, $"2/media/upload/{begun.Id}/finalize"), cancellation);
    }

    private Task<XMedia> Initialize(TwitterAccount account, string type, int size, CancellationToken cancellation)
    {
        var category = type.StartsWith("video/", StringComparison.Ordinal) ? "tweet_video" : "tweet_image";
        var body = new Dictionary<string, object> { ["media_type"] = type, ["total_bytes"] = size, ["media_category"] = category };
        return Ask(account, () => new(HttpMethod.Post, "2/media/upload/initialize") { Content = JsonContent.Create(body) }, cancellation);
    }

    private Task<Reply> Append(TwitterAccount account, string id, int segment, byte[] chunk, CancellationToken cancellation)
    {
        MultipartFormDataContent Form() => new()
        {
            { new StringContent(segment.ToString(CultureInfo.InvariantCulture)), "segment_index" }, { new ByteArrayContent(chunk), "media", "chunk" }
        };
        return api.Send(account, () => new(HttpMethod.Post, $"2/media/upload/{id}/append") { Content = Form() }, Effect.None, cancellation);
    }

    private async Task Processed(TwitterAccount account, XMedia media, CancellationToken cancellation)
    {
        var patience = new Patience(clock);
        while (media.ProcessingInfo is { State: not "succeeded" } processing)
        {
            if (processing.State == "failed")
                throw new ToolErrorException(ToolErrors.InvalidArguments, $"X cannot use the file: {processing.Error?.Message ?? "it does not say why"}");
            var wanted = TimeSpan.FromSeconds(Math.Max(0, processing.CheckAfterSecs));
            if (!await patience.Wait(wanted, cancellation)) throw NoAnswer.Failed("X has not processed the file yet.");
            media = await StatusOf(account, media.Id, cancellation);
        }
    }

    private Task<XMedia> StatusOf(TwitterAccount account, string id, CancellationToken cancellation) =>
        Ask(account, () => new(HttpMethod.Get, $"2/media/upload?command=STATUS&media_id={id}"), cancellation);

    private async Task<XMedia> Ask(TwitterAccount account, Func<HttpRequestMessage> request, CancellationToken cancellation) =>
        (await api.Ask<XAnswer<XMedia>>(account, request, Effect.None, cancellation)).Data ?? throw NoAnswer.Failed("X says nothing of the file.");
}
