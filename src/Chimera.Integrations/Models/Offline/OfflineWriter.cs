using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Writes posts from a persona and a brief by rule, without a model. The same order always gives the same post.</summary>
public sealed class OfflineWriter(Voices voices, SafetyScanner scanner) : ITaskExecutor
{
    public const string Model = "offline-writer";

    public TaskType Type => TaskType.GeneratePost;

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (GeneratePostInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        var draft = new PostDraft(voices.Of(order.Agent), input, DiceOf(order, input)).Write();
        var check = scanner.Check($"{draft.Text}\n{string.Join(' ', draft.Tags)}");
        var output = new GeneratePostOutput(draft.Text, draft.Tags, draft.Engagement(input), check);
        return Task.FromResult(new WorkProduct(ChimeraJson.Write(output), Model, draft.Confidence(input, voices.Of(order.Agent))));
    }

    // the task's id stands for the post's place in its campaign: without it, posts on one topic would be copies
    private static Dice DiceOf(TaskOrder order, GeneratePostInput input) =>
        new([order.Agent.Name, order.Agent.Soul.Text, input.Topic, input.Tone, input.KeyMessage, input.Platform.ToString(),
            input.MaxLength?.ToString(provider: null), order.Task.Id.ToString(), .. input.Avoid ?? []]);
}
