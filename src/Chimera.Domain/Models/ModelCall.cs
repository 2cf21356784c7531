using System.Collections.Immutable;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Models;

/// <summary>One answer of a model.</summary>
/// <param name="Misfit">Why it cannot be used; null when it can.</param>
public sealed record ModelAnswer(int Try, string Output, string? Misfit, ModelUsage Usage);

/// <summary>A question to a model with all answers so far, so that nobody has to ask again what was answered.</summary>
public sealed record ModelCall(Guid Id, string Purpose, string Model)
{
    public ImmutableList<ModelAnswer> Answers { get; init; } = [];
    public TaskError? Error { get; init; }

    public ModelAnswer? Accepted => Answers.Find(answer => answer.Misfit is null);

    public static ModelCall Evolve(ModelCall? call, ModelCallEvent @event)
    {
        call ??= new(@event.Question.CallId, @event.Question.Purpose, @event.Question.Model);
        return @event switch
        {
            ModelCalled e => call with { Answers = call.Answers.Add(new(e.Try, e.Output, e.Misfit, e.Usage)), Error = null },
            ModelCallFailed e => call with { Error = e.Error },
            _ => call
        };
    }
}
