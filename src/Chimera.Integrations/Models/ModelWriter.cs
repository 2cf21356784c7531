using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>Has posts written by a model.</summary>
internal sealed class ModelWriter(RoleModel model, SafetyScanner scanner) : ITaskExecutor
{
    private static readonly Prompt Instructions = Prompt.Load("write-post");

    public TaskType Type => TaskType.GeneratePost;
    public string Server => model.Provider;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (GeneratePostInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        var wish = new PostWish(input.Topic, input.Platform, input.Limit(), input.Tone, input.KeyMessage, input.Hashtags);
        var data = new List<PromptData> { PersonaBrief.Of(order.Agent), PromptData.Brief("post", wish) };
        if (input.Context is { } context) data.Add(PromptData.Outside("context", context));
        if (input.Avoid is { Count: > 0 } avoid) data.Add(PromptData.Outside("avoid", avoid));
        var answer = await model.Ask(new Question<WrittenPost>(Instructions, data, Occasion.Of(order.Task), json => Read(json, input)), cancellation);
        var output = ToOutput(answer.Value, scanner.Check($"{answer.Value.TextContent}\n{string.Join(' ', answer.Value.Hashtags)}"));
        return new(ChimeraJson.Write(output), model.Model, answer.Value.Confidence, answer.CostUsd, answer.Tokens);
    }

    private static WrittenPost Read(JsonElement json, GeneratePostInput input)
    {
        var post = ModelReply.Shape<WrittenPost>(json);
        ToOutput(post, new(true, [])).Validate();
        ModelReply.RequireConfidence(post.Confidence);
        Require(post.TextContent.Length <= input.Limit(), "generate-post.max-length",
            $"The text has {post.TextContent.Length} characters; at most {input.Limit()} are allowed.", "/text_content");
        return post;
    }

    private static GeneratePostOutput ToOutput(WrittenPost post, SafetyCheck check) =>
        new(post.TextContent, post.Hashtags, post.EstimatedEngagementScore, check);

    private sealed record PostWish(string Topic, Platform Platform, int Limit, string? Tone, string? KeyMessage, IReadOnlyList<string>? Hashtags);

    private sealed record WrittenPost(string TextContent, IReadOnlyList<string> Hashtags, double EstimatedEngagementScore, double Confidence);
}
