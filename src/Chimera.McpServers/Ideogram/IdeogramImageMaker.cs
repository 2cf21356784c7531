using System.Globalization;
using Chimera.Domain;
using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Ideogram;

/// <summary>Ideogram 3. The links of its answer expire, so the picture is fetched at once and kept in the media store.</summary>
internal sealed class IdeogramImageMaker(PlatformClient api, PlatformClient files, string key, IMediaStore media, TimeProvider clock) : IImageMaker
{
    public const string Platform = "Ideogram", Model = "ideogram-v3";

    /// <summary>Seconds in which a picture that is made has to be here.</summary>
    public const int PicturePatience = 15;

    private sealed record Generated(IReadOnlyList<GeneratedImage>? Data);

    /// <param name="Url">Null when the picture is not safe.</param>
    private sealed record GeneratedImage(string? Url, bool IsImageSafe);

    public async Task<Delivered<MadeImage>> Make(GenerateImageOrder order, Caller caller, CancellationToken cancellation)
    {
        var face = order.CharacterReferenceId is { } id ? await PictureAt(id, cancellation) : null;
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/ideogram-v3/generate") { Content = Form(order, face) };
        request.Headers.Add("Api-Key", key);
        var reply = await api.Send(request, Effect.None, cancellation);
        if (!reply.IsGood) throw IdeogramErrors.Of(reply, clock.GetUtcNow());
        if (reply.Read<Generated>().Data is not [{ } image, ..]) throw reply.Unexpected("no image");
        if (!image.IsImageSafe || image.Url is null)
            throw new ToolErrorException(ToolErrors.NsfwDetected, "Ideogram finds the picture unsafe and does not show it.");
        return new(await Fetch(image.Url), IdeogramPrices.Of(order.Quality, face is not null), Model);
    }

    /// <summary>The picture is paid for: it is fetched and kept even when the caller no longer waits.</summary>
    private async Task<MadeImage> Fetch(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !api.IsSafe(address))
            throw NoAnswer.Failed("Ideogram's picture has no address of the web.");
        var file = await files.Send(new(HttpMethod.Get, address), Effect.None, CancellationToken.None);
        if (!file.IsGood) throw file.Unexpected("the picture");
        var picture = Pictures.Read(file.Body) ?? throw NoAnswer.Failed("What Ideogram gave as a picture is none.");
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(PicturePatience), clock);
        var kept = await media.Store(picture.Bytes, picture.Extension, late.Token);
        return new(kept.ToString(), new(picture.Width, picture.Height, picture.Bytes.Length, picture.Extension));
    }

    private async Task<byte[]> PictureAt(string id, CancellationToken cancellation)
    {
        var bytes = id.EndsWith(".mp4", StringComparison.Ordinal) ? null : await media.Read(id, cancellation);
        Rule.Require(bytes is not null, ToolErrors.InvalidArguments,
            "Ideogram knows a character by a picture: give the address of one in the media store.", "/character_reference_id");
        return bytes;
    }

    private static MultipartFormDataContent Form(GenerateImageOrder order, byte[]? face)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(order.Style == RenderStyle.Anime ? $"{order.Prompt} In the style of anime." : order.Prompt), "prompt" },
            { new StringContent(ChimeraJson.NameOf(order.AspectRatio).Replace(':', 'x')), "aspect_ratio" },
            { new StringContent(order.Quality == ImageQuality.High ? "QUALITY" : "DEFAULT"), "rendering_speed" },
            { new StringContent(StyleOf(order.Style)), "style_type" },
            { new StringContent(1.ToString(CultureInfo.InvariantCulture)), "num_images" }
        };
        if (face is null) return form;
        var name = MediaNames.In(order.CharacterReferenceId!)!;
        form.Add(new ByteArrayContent(face) { Headers = { ContentType = new(MediaNames.TypeOf(name)) } }, "character_reference_images", name);
        return form;
    }

    /// <summary>Ideogram 3 has no type of its own for anime: fiction comes nearest, and the prompt says the rest.</summary>
    private static string StyleOf(RenderStyle? style) => style switch
    {
        RenderStyle.Realistic => "REALISTIC",
        RenderStyle.Anime => "FICTION",
        RenderStyle.Artistic => "DESIGN",
        _ => "AUTO"
    };
}
