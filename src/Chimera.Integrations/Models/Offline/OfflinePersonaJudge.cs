using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Judges by rule whether a text sounds like its agent; the reason names what does not fit, in quotes where it is a word.</summary>
public sealed class OfflinePersonaJudge(Voices voices) : IPersonaJudge
{
    private const string Check = "persona", Model = "offline-persona-judge";

    public Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(subject.Text)) return Task.FromResult(new CheckScore(Check, 1, [], "no text", Model));
        var fit = PersonaFit.Of(subject.Text, voices.Of(subject.Agent));
        return Task.FromResult(new CheckScore(Check, fit.Score, fit.Flags, fit.Reason, Model));
    }
}
