using Chimera.Domain;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Integrations.Models.Offline;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Media;

namespace Chimera.McpServers.Ideogram;

/// <summary>Draws an abstract picture in the agent's colours. The same order gives the same bytes, as long as the machine's fonts are the same.</summary>
internal sealed class SandboxImageMaker(IMediaStore media) : IImageMaker
{
    public const string Model = "offline-image-maker";

    public async Task<Delivered<MadeImage>> Make(GenerateImageOrder order, Caller caller, CancellationToken cancellation)
    {
        Prompts.RequireDecent(order.Prompt);
        var (width, height) = new GenerateImageInput(order.Prompt, AspectRatio: ChimeraJson.NameOf(order.AspectRatio), Quality: order.Quality).Size();
        var dice = new Dice([caller.AgentId.ToString(), order.Prompt, order.CharacterReferenceId, order.Style?.ToString()]);
        var png = Artwork.Draw(width, height, Palette.Of(caller.Palette, caller.AgentId), Prompts.Headline(order.Prompt), dice);
        var url = await media.Store(png, "png", cancellation);
        return new(new(url.ToString(), new(width, height, png.Length, "png")), CostUsd: 0, Model);
    }
}
