using Chimera.Domain.Models;

namespace Chimera.Domain.Tests.Models;

public sealed class ModelCallSpecs
{
    private static readonly ModelQuestion Question = new(Guid.NewGuid(), "write-post", Guid.NewGuid(), Guid.NewGuid(), 0, "gemini", "gemini-3-pro", "aa", "bb", 8000);
    private static readonly ModelUsage Usage = new(1234, 56, 0.00314m, "2026-11-27", 12);

    private static ModelCalled Answer(int number, string? misfit) => new(Question, number, $"answer {number}", misfit, Usage, default);

    private static ModelCall? After(params ModelCallEvent[] events) => events.Aggregate((ModelCall?)null, ModelCall.Evolve);

    [Fact]
    public void an_answer_without_a_misfit_is_accepted() => Assert.Equal("answer 1", After(Answer(1, null))!.Accepted!.Output);

    [Fact]
    public void an_answer_that_does_not_fit_is_kept_and_not_accepted()
    {
        var call = After(Answer(1, "no JSON"), Answer(2, null))!;
        Assert.Equal([1, 2], call.Answers.Select(answer => answer.Try));
        Assert.Equal("answer 2", call.Accepted!.Output);
    }

    [Fact]
    public void a_failure_stands_until_an_answer_comes()
    {
        var failure = new ModelCallFailed(Question, new("TIMEOUT", "late"), 60_000, default);
        Assert.Equal("TIMEOUT", After(failure)!.Error!.ErrorType);
        Assert.Null(After(failure, Answer(1, null))!.Error);
    }

    [Fact]
    public void both_are_events_of_the_domain() =>
        Assert.Equal(["model_call_failed", "model_called"], EventTypes.NamesOf(typeof(ModelCallEvent)));

    [Fact]
    public void the_same_question_has_the_same_id_and_another_round_another()
    {
        var (task, id) = (Question.SubjectId, DerivedId.OfModelCall(Question.SubjectId, "write-post", "0"));
        Assert.Equal(id, DerivedId.OfModelCall(task, "write-post", "0"));
        Assert.NotEqual(id, DerivedId.OfModelCall(task, "write-post", "1"));
        Assert.NotEqual(id, DerivedId.OfModelCall(task, "judge-safety", "0"));
    }
}
