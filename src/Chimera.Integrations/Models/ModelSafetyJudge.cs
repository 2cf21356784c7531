using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Working;
using Chimera.Integrations.Models.Offline;

namespace Chimera.Integrations.Models;

/// <summary>Asks a model whether a text is safe, and the scanner as well: the stricter of the two counts, so no text can talk its way past both.</summary>
internal sealed class ModelSafetyJudge(RoleModel model, OfflineSafetyJudge floor) : ISafetyJudge
{
    private const string Check = "safety", Unchecked = "unchecked", Harmless = "nothing found";

    private static readonly Prompt Instructions = Prompt.Load("judge-safety");

    public async Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation)
    {
        var found = await floor.CheckSafety(subject, cancellation);
        if (string.IsNullOrWhiteSpace(subject.Text)) return found;
        try
        {
            var answer = await model.Ask(ModelVerdict.About(subject, Instructions, []), cancellation);
            return Stricter(found, answer.Value.Scored(Check, model.Model, answer.CostUsd));
        }
        catch (ToolException failed)
        {
            return Stricter(found, new(Check, 0, [Unchecked], $"no answer of the model: {failed.Message}", model.Model, failed.CostUsd)); // a flag of its own: a person looks
        }
    }

    private static CheckScore Stricter(CheckScore floor, CheckScore model) => new(
        Check, Math.Min(floor.Score, model.Score), [.. floor.Flags.Concat(model.Flags).Distinct()],
        floor.Reason == Harmless ? model.Reason : $"{floor.Reason}; {model.Reason}", $"{model.ModelUsed} and {floor.ModelUsed}", floor.CostUsd + model.CostUsd);
}
