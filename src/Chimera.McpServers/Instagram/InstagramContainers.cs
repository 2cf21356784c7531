using System.Text.Json.Nodes;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>What Instagram holds before it is published: a picture, a reel, or a carousel of up to ten. Nobody sees it, and it can be published once.</summary>
internal sealed class InstagramContainers(InstagramApi api, TimeProvider clock)
{
    public async Task<string> Make(InstagramAccount account, string? caption, IReadOnlyList<PublicFile> files, CancellationToken cancellation)
    {
        var text = new JsonObject { ["caption"] = caption ?? "" };
        if (files.Count == 1) return await Make(account, With(Of(files[0], "REELS"), text), cancellation);
        var children = new List<string>();
        foreach (var file in files) children.Add(await Make(account, With(Of(file, "VIDEO"), new() { ["is_carousel_item"] = true }), cancellation));
        // a carousel is made of what is ready
        foreach (var child in children) await Finished(account, child, cancellation);
        return await Make(account, With(new() { ["media_type"] = "CAROUSEL", ["children"] = string.Join(',', children) }, text), cancellation);
    }

    public async Task<string> StatusOf(InstagramAccount account, string container, CancellationToken cancellation) =>
        (await Look(account, container, cancellation)).StatusCode ?? "";

    /// <exception cref="ToolErrorException">Instagram cannot use the media, or is not ready yet: then the same call goes on later.</exception>
    public async Task Finished(InstagramAccount account, string container, CancellationToken cancellation)
    {
        var patience = new Patience(clock);
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
