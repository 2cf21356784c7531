using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>Has comments answered by a model; the comment reaches it as material, never as an instruction.</summary>
internal sealed class ModelReplier(RoleModel model, SafetyScanner scanner) : ITaskExecutor
{
    private static readonly Prompt Instructions = Prompt.Load("reply-comment");

    public TaskType Type => TaskType.ReplyComment;
    public string Server => model.Provider;

    public async Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (ReplyCommentInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        PromptData[] data =
        [
            PersonaBrief.Of(order.Agent), PromptData.Brief("reply", new ReplyWish(input.Platform, input.Limit(), input.Tone)),
            PromptData.Outside("comment", new Comment(input.Author, input.CommentText))
        ];
        var answer = await model.Ask(new Question<WrittenReply>(Instructions, data, Occasion.Of(order.Task), json => Read(json, input)), cancellation);
        var reply = answer.Value;
        var prepared = new PreparedPost(input.Platform, reply.Text, [], [], input.CommentId, SafetyCheck: scanner.Check(reply.Text));
        var needsReview = reply.NeedsReview || !scanner.Check(input.CommentText).Passed;
        return new(ChimeraJson.Write(prepared), model.Model, reply.Confidence, answer.CostUsd, answer.Tokens, needsReview);
    }

    private static WrittenReply Read(JsonElement json, ReplyCommentInput input)
    {
        var reply = ModelReply.Shape<WrittenReply>(json);
        RequireText(reply.Text, input.Limit(), "reply-comment.text-content", "/text");
        ModelReply.RequireConfidence(reply.Confidence);
        return reply;
    }

    private sealed record ReplyWish(Platform Platform, int Limit, string? Tone);

    private sealed record Comment(string Author, string Text);

    private sealed record WrittenReply(string Text, bool NeedsReview, double Confidence);
}
