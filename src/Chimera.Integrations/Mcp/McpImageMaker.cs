using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integrations.Mcp;

/// <summary>Has images drawn by the tool <c>generate_image</c>.</summary>
internal sealed class McpImageMaker(Toolbox tools, Voices voices) : ITaskExecutor
{
    private const string Image = "mcp-server-ideogram", DryRun = "dry-run";

    public TaskType Type => TaskType.GenerateImage;
    public string Server => Image;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (GenerateImageInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        if (order.Task.DryRun) return Imagined(input);
        var arguments = new JsonObject { ["prompt"] = input.Prompt, ["aspect_ratio"] = input.Ratio(), ["quality"] = ChimeraJson.NameOf(input.Quality) };
        if ((input.CharacterReferenceId ?? order.Agent.CharacterReferenceId) is { } character) arguments["character_reference_id"] = character;
        if (input.RenderStyle is { } style) arguments["style"] = ChimeraJson.NameOf(style);
        var answer = await tools.Call(new(Image, "generate_image", arguments, CallerOf(order), MediaTools.KeyOf(order.Task)), cancellation);
        var made = ChimeraJson.Read<MadeImage>(answer.Output, ErrorTable.InvalidOutput);
        return new(ChimeraJson.Write(new GenerateImageOutput(made.ImageUrl, made.Metadata, answer.Model ?? Image, answer.CostUsd)), answer.Model ?? Image, MediaTools.Confidence, answer.CostUsd);
    }

    private ToolCaller CallerOf(TaskOrder order) =>
        ToolCaller.Of(order.Agent, taskId: order.Task.Id, traceId: order.Task.TraceId, palette: voices.Of(order.Agent).Palette);

    /// <summary>A dry run calls nobody: its image has the right measures and is not there.</summary>
    private static WorkProduct Imagined(GenerateImageInput input)
    {
        var (width, height) = input.Size();
        return new(ChimeraJson.Write(new GenerateImageOutput(MediaTools.Nowhere("png"), new(width, height, 1, "png"), DryRun, 0)), DryRun, MediaTools.Confidence);
    }

    private sealed record MadeImage(string ImageUrl, ImageMetadata Metadata);
}

/// <summary>What image and video makers share.</summary>
internal static class MediaTools
{
    public const double Confidence = 0.9;

    /// <summary>One attempt of a task is one order: a redelivered one gets the same answer.</summary>
    public static string KeyOf(AgentTask task) => DerivedId.OfResult(task.Id, task.Attempt).ToString();

    /// <summary>An address that leads nowhere by definition (RFC 2606).</summary>
    public static string Nowhere(string extension) => $"https://dry-run.invalid/media.{extension}";
}
