using System.Text.Json.Nodes;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>What Instagram holds before it is published: a picture, a reel, or a carousel of up to ten. Nobody sees it, and it can be published once.</summary>
internal sealed class InstagramContainers(InstagramApi api)
{
    private const char Between = ',';

    /// <summary>Whether this names the items of a carousel that is not made yet.</summary>
    public static bool AreItems(string? reference) => reference?.Contains(Between, StringComparison.Ordinal) == true;

    /// <returns>The container, or for several files those of a carousel's items.</returns>
    public async Task<string> Begin(InstagramAccount account, string? caption, IReadOnlyList<PublicFile> files, CancellationToken cancellation)
    {
        if (files.Count == 1) return await Make(account, With(Of(files[0], "REELS"), new() { ["caption"] = caption ?? "" }), cancellation);
        var items = new List<string>();
        foreach (var file in files) items.Add(await Make(account, With(Of(file, "VIDEO"), new() { ["is_carousel_item"] = true }), cancellation));
        return string.Join(Between, items);
    }

    /// <summary>Makes a carousel of its items, once they are ready.</summary>
    public async Task<string> Join(InstagramAccount account, string? caption, string items, Patience patience, CancellationToken cancellation)
    {
        foreach (var item in items.Split(Between)) await Finished(account, item, patience, cancellation);
        return await Make(account, new() { ["media_type"] = "CAROUSEL", ["children"] = items, ["caption"] = caption ?? "" }, cancellation);
    }

    /// <summary>Whether something can still become of these items.</summary>
    public async Task<bool> AreOfUse(InstagramAccount account, string items, CancellationToken cancellation)
    {
        foreach (var item in items.Split(Between))
            if (!IsOfUse(await StatusOf(account, item, cancellation))) return false;
        return true;
    }

    public static bool IsOfUse(string? status) => status is "FINISHED" or "IN_PROGRESS";

    public async Task<string> StatusOf(InstagramAccount account, string container, CancellationToken cancellation) =>
        (await Look(account, container, cancellation)).StatusCode ?? "";

    /// <exception cref="ToolErrorException">Instagram cannot use the media, or is not ready yet: then the same call goes on later.</exception>
    public async Task Finished(InstagramAccount account, string container, Patience patience, CancellationToken cancellation)
    {
        while (await Look(account, container, cancellation) is { StatusCode: not "FINISHED" } state)
        {
            if (state.StatusCode is "ERROR" or "EXPIRED")
                throw new ToolErrorException(ToolErrors.InvalidArguments, $"Instagram cannot use the media: {Reply.Short(state.Status ?? "it does not say why")}");
            if (!await patience.Wait(wanted: null, cancellation)) throw Patience.Over(InstagramApi.Platform);
        }
    }

    private Task<GraphContainer> Look(InstagramAccount account, string container, CancellationToken cancellation) =>
        api.Get<GraphContainer>(account, $"{container}?fields=status_code,status", cancellation);

    private async Task<string> Make(InstagramAccount account, JsonObject body, CancellationToken cancellation) =>
        (await api.Post<GraphId>(account, $"{account.UserId}/media", body, Effect.None, cancellation)).Id
            ?? throw NoAnswer.Failed("Instagram names no container.");

    /// <param name="video">What Instagram calls a video here: a reel, or an item of a carousel.</param>
    private static JsonObject Of(PublicFile file, string video) =>
        file.IsVideo ? new() { ["media_type"] = video, ["video_url"] = file.Url } : new() { ["image_url"] = file.Url };

    private static JsonObject With(JsonObject body, JsonObject more)
    {
        foreach (var (name, value) in more) body[name] = value!.DeepClone();
        return body;
    }
}
