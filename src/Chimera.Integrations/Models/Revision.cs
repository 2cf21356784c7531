using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>How a rejected task is asked for again; no input when it is given up.</summary>
internal sealed record Revision(JsonElement? Input)
{
    private const int MostAvoided = 40;

    private static readonly Prompt Instructions = Prompt.Load("revise-task");

    /// <summary>The question to a model; null for tasks that a model has nothing to say about.</summary>
    public static Question<Revision>? Of(AgentTask failed, Agent agent, TaskResult? rejected, string reason)
    {
        if (failed.Type is not (TaskType.GeneratePost or TaskType.GenerateImage)) return null;
        PromptData[] data =
        [
            PersonaBrief.Of(agent), PromptData.Brief("task", new { failed.Type, failed.InputData }),
            PromptData.Outside("rejection", new { Reason = reason, rejected?.OutputData, rejected?.Judgement?.Checks })
        ];
        return new(Instructions, data, Occasion.Of(failed), json => Read(json, failed));
    }

    private static Revision Read(JsonElement json, AgentTask failed)
    {
        var change = ModelReply.Shape<Change>(json);
        if (change.GiveUp) return new((JsonElement?)null);
        var input = TaskSchemas.ReadInput(failed.Type, failed.InputData) switch
        {
            GeneratePostInput post => ChimeraJson.Write(Changed(post, change)),
            GenerateImageInput image => ChimeraJson.Write(image with { Prompt = change.Prompt ?? "" }),
            _ => failed.InputData
        };
        TaskSchemas.ReadInput(failed.Type, input, "");
        Require(input.GetRawText() != ChimeraJson.Write(TaskSchemas.ReadInput(failed.Type, failed.InputData)).GetRawText(), "planner.same-input",
            "This asks for the same again; change something, or give up.");
        return new(input);
    }

    private static GeneratePostInput Changed(GeneratePostInput post, Change change) => post with
    {
        Topic = change.Topic ?? post.Topic,
        Tone = change.Tone,
        KeyMessage = change.KeyMessage,
        Avoid = [.. (post.Avoid ?? []).Concat(change.Avoid).Where(phrase => !string.IsNullOrWhiteSpace(phrase)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAvoided)]
    };

    private sealed record Change(bool GiveUp, IReadOnlyList<string> Avoid, string? Topic = null, string? Tone = null, string? KeyMessage = null, string? Prompt = null);
}
