using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Integrations.Models.Offline;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Ideogram;
using Chimera.McpServers.Media;
using SkiaSharp;

namespace Chimera.McpServers.Video;

/// <summary>Moves over the image it is given, or lets the prompt's words rise over a picture of its own. The pictures are drawn here, ffmpeg moves them.</summary>
internal sealed class SandboxVideoMaker(IMediaStore media) : IVideoMaker
{
    public const string Model = "offline-video-maker";
    private const int Fps = 24;

    public async Task<Delivered<MadeVideo>> Make(GenerateVideoOrder order, Caller caller, CancellationToken cancellation)
    {
        Prompts.RequireDecent(order.Prompt);
        var folder = Directory.CreateTempSubdirectory("chimera-video-");
        try
        {
            var film = Path.Combine(folder.FullName, "film.mp4");
            if (order.Type == VideoType.LivingPortrait) await Portray(order, folder.FullName, film, cancellation);
            else await Write(order, caller, folder.FullName, film, cancellation);
            var measured = await Ffmpeg.Measure(film, cancellation);
            var url = await media.Store(await File.ReadAllBytesAsync(film, cancellation), "mp4", cancellation);
            return new(new(url.ToString(), measured), CostUsd: 0, Model);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Portray(GenerateVideoOrder order, string folder, string film, CancellationToken cancellation)
    {
        // the sandbox fetches nothing: what an address of elsewhere leads to is not its business
        var picture = await media.Read(order.ImageUrl!, cancellation) ?? throw new ToolErrorException(ToolErrors.InvalidArguments, "/image_url: the image is not in the media store.");
        using var image = SKBitmap.Decode(picture) ?? throw new ToolErrorException(ToolErrors.InvalidArguments, "/image_url: this is no image.");
        var (width, height) = Sizes.Of(order.Resolution, image.Height > image.Width);
        var still = Path.Combine(folder, "still.png");
        Stills.Fill(image, width, height, still);
        var motion = Motion.Of(order.Motion!).ToFilter(width, height, order.DurationSeconds * Fps, Fps);
        await Ffmpeg.Encode(["-i", still], $"[0]{motion},format=yuv420p[out]", order.DurationSeconds, film, cancellation);
    }

    private static async Task Write(GenerateVideoOrder order, Caller caller, string folder, string film, CancellationToken cancellation)
    {
        var (width, height) = Sizes.Of(order.Resolution, upright: false);
        var (ground, lines) = (Path.Combine(folder, "ground.png"), Path.Combine(folder, "lines.png"));
        var palette = Palette.Of(caller.Palette, caller.AgentId);
        await File.WriteAllBytesAsync(ground, Artwork.Draw(width, height, palette, "", new Dice([caller.AgentId.ToString(), order.Prompt])), cancellation);
        Stills.Lines(order.Prompt!, width, height, lines);
        var seconds = order.DurationSeconds;
        // the words come up from below, rest in the middle for most of the time, and fade with the end
        var filter = $"[0]loop=-1:1,fps={Fps},trim=duration={seconds}[ground];[1]loop=-1:1,fps={Fps},trim=duration={seconds},format=rgba,"
            + $"fade=in:st=0:d=1:alpha=1,fade=out:st={seconds - 1}:d=1:alpha=1[words];[ground][words]overlay=x=0:y='max(0,H*(1-t/2))',format=yuv420p[out]";
        await Ffmpeg.Encode(["-i", ground, "-i", lines], filter, seconds, film, cancellation);
    }
}
