using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.McpServers.Ideogram;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Draws an abstract image in the persona's colours. The same order gives the same bytes, as long as the machine's fonts are the same.</summary>
public sealed class OfflineImageMaker(Voices voices, IMediaStore media) : ITaskExecutor
{
    public const string Model = "offline-image-maker";

    public TaskType Type => TaskType.GenerateImage;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (GenerateImageInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        var (width, height) = input.Size();
        var dice = new Dice([order.Agent.Id.ToString(), input.Prompt, input.CharacterReferenceId, input.RenderStyle?.ToString(), order.Task.Id.ToString()]);
        var png = Artwork.Draw(width, height, Palette.Of(voices.Of(order.Agent).Palette, order.Agent.Id), HeadlineOf(input.Prompt), dice);
        var url = await media.Store(png, "png", cancellation);
        var output = new GenerateImageOutput(url.ToString(), new(width, height, png.Length, "png"), Model, CostUsd: 0);
        return new WorkProduct(ChimeraJson.Write(output), Model, Confidence: 0.9);
    }

    private static string HeadlineOf(string prompt) =>
        Sentences.Capitalised(string.Join(' ', prompt.Split([';', ',', '.', '\n'], 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6)));
}
