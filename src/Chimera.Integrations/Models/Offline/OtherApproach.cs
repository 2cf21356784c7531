using System.Text.Json;
using System.Text.RegularExpressions;
using Chimera.Domain;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integrations.Models.Offline;

/// <summary>What to ask for after a rejection: the same task without what it was rejected for; null when nothing is left to change.</summary>
internal static partial class OtherApproach
{
    private const int LongestAvoided = 200, MostAvoided = 40;

    public static JsonElement? To(AgentTask failed, TaskResult? rejected, string reason, SafetyScanner scanner) =>
        TaskSchemas.ReadInput(failed.Type, failed.InputData) switch
        {
            GeneratePostInput post => Changed(post, ToPost(post, failed, rejected, reason, scanner)),
            ReplyCommentInput reply => Changed(reply, reply with { Tone = null }),
            GenerateImageInput image => Changed(image, image with { Prompt = Simplified(image.Prompt) }),
            _ => null
        };

    // records compare lists by reference, so the wire form decides what has changed
    private static JsonElement? Changed<T>(T before, T after)
    {
        var (old, changed) = (ChimeraJson.Write(before), ChimeraJson.Write(after));
        return old.GetRawText() == changed.GetRawText() ? null : changed;
    }

    private static GeneratePostInput ToPost(GeneratePostInput post, AgentTask failed, TaskResult? rejected, string reason, SafetyScanner scanner)
    {
        if (rejected is null || failed.Error?.ErrorType is ErrorTable.InvalidOutput && rejected.Status == ResultStatus.Failure) return Plainer(post);
        var isClaim = post.KeyMessage is { } message && !scanner.Check(message).Passed;
        return post with
        {
            Tone = RejectedPersona(rejected, reason) ? null : post.Tone,
            KeyMessage = isClaim ? null : post.KeyMessage,
            Avoid = AvoidedAfter(post, rejected, reason, scanner)
        };
    }

    // without a result there is nothing to learn from: ask for less, one wish at a time
    private static GeneratePostInput Plainer(GeneratePostInput post) =>
        post.Tone is not null ? post with { Tone = null } : post.Context is not null ? post with { Context = null } : post with { Hashtags = null };

    private static bool RejectedPersona(TaskResult rejected, string reason) =>
        reason.StartsWith("persona", StringComparison.OrdinalIgnoreCase) ||
        ChecksOf(rejected).Any(check => check.Check == "persona" && check.Score < ReviewPolicy.Default.MinPersona);

    private static string[] AvoidedAfter(GeneratePostInput post, TaskResult rejected, string reason, SafetyScanner scanner)
    {
        var quoted = ChecksOf(rejected).Where(check => check.Score < 1).SelectMany(check => Quoted().Matches(check.Reason))
            .Select(match => match.Groups[1].Value);
        var flagged = TextOf(rejected) is { } text ? scanner.Scan(text).Where(finding => finding.Flag != "shouting").Select(finding => finding.Phrase) : [];
        var because = reason.Length > LongestAvoided ? reason[..LongestAvoided] : reason;
        return [.. (post.Avoid ?? []).Append(because).Concat(quoted).Concat(flagged).Where(phrase => !string.IsNullOrWhiteSpace(phrase))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAvoided)];
    }

    private static IReadOnlyList<CheckScore> ChecksOf(TaskResult rejected) => rejected.Judgement?.Checks ?? [];

    private static string? TextOf(TaskResult rejected) =>
        rejected.OutputData is { ValueKind: JsonValueKind.Object } output && output.TryGetProperty("text_content", out var text) ? text.GetString() : null;

    private static string Simplified(string prompt) => prompt.Split([';', ',', '.', '\n'], 2)[0].Trim() is { Length: > 0 } first ? first : prompt;

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
