using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Models;

/// <summary>Asks a model whether a text sounds like its agent. Where the model gives no answer the check is missing, and so a person looks.</summary>
internal sealed class ModelPersonaJudge(RoleModel model) : IPersonaJudge
{
    private const string Check = "persona", Unchecked = "persona_unavailable";

    private static readonly Prompt Instructions = Prompt.Load("judge-persona");

    public async Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(subject.Text)) return new(Check, 1, [], "no text", model.Model);
        try
        {
            var answer = await model.Ask(ModelVerdict.About(subject, Instructions, [PersonaBrief.Of(subject.Agent)]), cancellation);
            return answer.Value.Scored(Check, model.Model, answer.CostUsd);
        }
        catch (ToolException failed)
        {
            return new(Unchecked, 0, [failed.ErrorType], failed.Message, model.Model, failed.CostUsd);
        }
    }
}
