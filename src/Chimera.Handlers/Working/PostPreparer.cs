using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Handlers.Working;

/// <summary>Puts together exactly what a post will send, from its own input and the results it waited for. Publishes nothing .</summary>
public sealed class PostPreparer : ITaskExecutor
{
    private const string Model = "post-preparer";

    public TaskType Type => TaskType.PostContent;

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (PostContentInput)TaskSchemas.ReadInput(order.Task.Type, order.Task.InputData);
        var written = Written(order, input.Content.TextFrom);
        var media = (input.Content.MediaFrom ?? []).Select(id => Media(order, id)).ToArray();
        var prepared = new PreparedPost(input.Platform, input.Content.Text ?? Compose(written?.Post, input.Platform),
            [.. input.Content.MediaUrls ?? [], .. media.Select(one => one.Url)],
            [.. input.Content.MediaTypes ?? [], .. media.Select(one => one.Type)], SourceResultId: written?.ResultId);
        return Task.FromResult(new WorkProduct(ChimeraJson.Write(prepared), Model, Confidence: 1));
    }

    /// <summary>The text and as many of its hashtags, in order, as the platform has room for.</summary>
    private static string? Compose(GeneratePostOutput? post, Platform platform)
    {
        if (post is null) return null;
        var text = post.TextContent;
        var separator = "\n\n";
        foreach (var tag in post.Hashtags.Where(tag => !post.TextContent.Contains(tag, StringComparison.OrdinalIgnoreCase)))
        {
            if (text.Length + separator.Length + tag.Length > platform.MaxLength()) break;
            text += separator + tag;
            separator = " ";
        }
        return text;
    }

    private static (Guid ResultId, GeneratePostOutput Post)? Written(TaskOrder order, Guid? textFrom)
    {
        if (textFrom is not { } id) return null;
        var source = Source(order, id);
        return (source.ResultId, ChimeraJson.Read<GeneratePostOutput>(source.Output, "result.output"));
    }

    private static (string Url, MediaType Type) Media(TaskOrder order, Guid id)
    {
        var source = Source(order, id);
        return source.TaskType == TaskType.GenerateVideo
            ? (ChimeraJson.Read<GenerateVideoOutput>(source.Output, "result.output").VideoUrl, MediaType.Video)
            : (ChimeraJson.Read<GenerateImageOutput>(source.Output, "result.output").ImageUrl, MediaType.Image);
    }

    private static AcceptedOutput Source(TaskOrder order, Guid id) =>
        order.Dependencies.GetValueOrDefault(id) ?? throw new ToolException(ErrorTable.DependencyFailed, $"Task {id} has no accepted result to post.");
}
