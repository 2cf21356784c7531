using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integrations.Mcp;

/// <summary>Has videos filmed by the tool <c>generate_video</c>.</summary>
internal sealed class McpVideoMaker(Toolbox tools, Voices voices, TimeProvider clock) : ITaskExecutor
{
    private const string Video = "mcp-server-video", DryRun = "dry-run";

    public TaskType Type => TaskType.GenerateVideo;
    public string Server => Video;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (GenerateVideoInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        if (order.Task.DryRun) return Product(MediaTools.Nowhere("mp4"), new(input.DurationSeconds, ChimeraJson.NameOf(input.Quality), 1, "mp4"), DryRun, 0, TimeSpan.Zero);
        var started = clock.GetTimestamp();
        var answer = await tools.Call(new(Video, "generate_video", ArgumentsOf(input), CallerOf(order), MediaTools.KeyOf(order.Task)), cancellation);
        var made = answer.Output.Deserialize<MadeVideo>(ChimeraJson.Stored)!;
        var measured = new VideoMetadata((int)Math.Round(made.Metadata.DurationSeconds), made.Metadata.Resolution, made.Metadata.FileSizeBytes, made.Metadata.Format);
        return Product(made.VideoUrl, measured, answer.Model ?? Video, answer.CostUsd, clock.GetElapsedTime(started));
    }

    private static JsonObject ArgumentsOf(GenerateVideoInput input)
    {
        var arguments = new JsonObject
        {
            ["type"] = ChimeraJson.NameOf(input.VideoType), ["duration_seconds"] = input.DurationSeconds, ["resolution"] = ChimeraJson.NameOf(input.Quality)
        };
        if (input.Input.TextPrompt is { } prompt) arguments["prompt"] = prompt;
        if (input.Input.StaticImageUrl is { } image) arguments["image_url"] = image;
        if (input.Input.MotionInstructions is { } motion) arguments["motion"] = motion;
        return arguments;
    }

    private ToolCaller CallerOf(TaskOrder order) =>
        ToolCaller.Of(order.Agent, taskId: order.Task.Id, traceId: order.Task.TraceId, palette: voices.Of(order.Agent).Palette);

    private static WorkProduct Product(string url, VideoMetadata metadata, string model, decimal costUsd, TimeSpan taken) => new(
        ChimeraJson.Write(new GenerateVideoOutput(url, metadata, model, costUsd, (int)Math.Ceiling(taken.TotalSeconds))), model, MediaTools.Confidence, costUsd);

    private sealed record MadeVideo(string VideoUrl, Measured Metadata);

    private sealed record Measured(double DurationSeconds, string Resolution, int FileSizeBytes, string Format);
}
