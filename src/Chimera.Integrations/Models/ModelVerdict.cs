using System.Text.Json;
using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>What a model thinks of a text.</summary>
internal sealed record ModelVerdict(double Score, IReadOnlyList<string> Flags, string Reason)
{
    private const int LongestReason = 500;

    public static Question<ModelVerdict> About(ReviewSubject subject, Prompt prompt, IEnumerable<PromptData> data)
    {
        var (result, task) = (subject.Result, subject.Task);
        return new(prompt, [.. data, PromptData.Outside("text", subject.Text)], new(result.Id, "0", task.Id, result.Attempt, task.AgentId, task.TraceId), Read);
    }

    public CheckScore Scored(string check, string model, decimal costUsd) => new(check, Score, Flags, Reason, model, costUsd);

    private static ModelVerdict Read(JsonElement json)
    {
        var verdict = ModelReply.Shape<ModelVerdict>(json);
        Require(verdict.Score is >= 0 and <= 1, "judgement.score", "The score is between 0 and 1.", "/score");
        RequireText(verdict.Reason, LongestReason, "judgement.reason", "/reason");
        Require(verdict.Flags.All(flag => flag.Length is > 0 and <= 50), "judgement.flags", "A flag is a word or two.", "/flags");
        return verdict;
    }
}
