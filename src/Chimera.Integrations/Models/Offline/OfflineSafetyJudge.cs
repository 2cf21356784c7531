using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Judges safety by lexicon and pattern; reasons quote claims, never insults or personal data.</summary>
public sealed class OfflineSafetyJudge(SafetyScanner scanner) : ISafetyJudge
{
    private const string Check = "safety", Model = "offline-safety-judge";

    public Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(subject.Text)) return Task.FromResult(new CheckScore(Check, 1, [], "no text", Model));
        var findings = scanner.Scan(subject.Text);
        var reason = findings.Count == 0 ? "nothing found" : string.Join("; ", findings.GroupBy(finding => finding.Flag).Select(Describe));
        return Task.FromResult(new CheckScore(Check, SafetyScanner.ScoreOf(findings), SafetyScanner.FlagsOf(findings), reason, Model));
    }

    private static string Describe(IGrouping<string, SafetyFinding> flag) =>
        flag.First().Quoted ? $"{flag.Key}: {string.Join(", ", flag.Select(finding => $"\"{finding.Phrase}\""))}" : flag.Key;
}
