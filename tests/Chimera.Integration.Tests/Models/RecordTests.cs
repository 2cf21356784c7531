using Chimera.Domain;
using Chimera.Domain.Models;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Models;

/// <summary>What was answered is recorded, and what is recorded is not asked again.</summary>
public sealed class RecordTests(ChimeraFixture chimera)
{
    private const string Post = """{"text_content":"Short.","hashtags":["#solar"],"estimated_engagement_score":0.4,"confidence":0.9}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_answer_is_recorded_with_what_was_asked_and_what_it_took()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Post);

        var product = await stage.Write(attempt: 2);

        var called = Assert.Single(stage.Log.Answers);
        var task = DerivedId.Of(ModelStage.Ilse.Id, "task");
        Assert.Equal(("write-post", task, 2, "gemini", "gemini-3-pro"), (called.Question.Purpose, called.Question.TaskId, called.Question.Attempt, called.Question.Provider, called.Question.Model));
        Assert.Equal((1, Post, null, product.CostUsd), (called.Try, called.Output, called.Misfit, called.Usage.CostUsd));
        Assert.Matches("^[0-9a-f]{64}$", called.Question.PromptSha256);
        Assert.Matches("^[0-9a-f]{64}$", called.Question.RenderedSha256);
    }

    [Fact]
    public async Task a_prompts_version_stays_and_what_is_rendered_changes_with_its_data()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Post);

        await stage.Write(new GeneratePostInput("Panels", Platform.Twitter), attempt: 0);
        await stage.Write(new GeneratePostInput("Storage", Platform.Twitter), attempt: 1);
        await stage.Write(new GeneratePostInput("Panels", Platform.Twitter), attempt: 2);

        var asked = stage.Log.Answers.Select(called => called.Question).ToArray();
        Assert.Single(asked.Select(question => question.PromptSha256).Distinct());
        Assert.NotEqual(asked[0].RenderedSha256, asked[1].RenderedSha256);
        Assert.Equal(asked[0].RenderedSha256, asked[2].RenderedSha256);
    }

    [Fact]
    public async Task after_a_crash_the_same_attempt_is_answered_from_the_record()
    {
        var log = new MemoryCallLog();
        using var before = new ModelStage(log: log);
        before.Stub.Says(Post);
        var first = await before.Write();

        using var after = new ModelStage(log: log);
        var again = await after.Write();

        Assert.Empty(after.Stub.Requests);
        Assert.Equal((first.Output.GetRawText(), first.CostUsd, first.TokensConsumed), (again.Output.GetRawText(), again.CostUsd, again.TokensConsumed));
    }

    [Fact]
    public async Task another_attempt_is_another_question()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Post);

        await stage.Write(attempt: 0);
        await stage.Write(attempt: 1);

        Assert.Equal(2, stage.Stub.Requests.Count);
    }

    [Fact]
    public async Task after_a_crash_between_two_tries_the_next_one_is_the_second()
    {
        var log = new MemoryCallLog();
        using var before = new ModelStage(log: log);
        before.Stub.Says("no").Refuses(500);
        await Assert.ThrowsAsync<Handlers.Working.ToolException>(() => before.Write());

        using var after = new ModelStage(log: log);
        after.Stub.Says(Post);
        await after.Write();

        Assert.Contains("The answer is not one JSON object", Assert.Single(after.Stub.Requests).Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], log.Answers.Select(called => called.Try));
    }

    [Fact]
    public async Task of_two_who_ask_the_same_at_once_one_asks_and_both_are_answered()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Post);

        var products = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => stage.Write(), Stop)));

        Assert.Single(stage.Stub.Requests);
        Assert.Single(products.Select(product => product.Output.GetRawText()).Distinct());
    }

    [Fact]
    public async Task a_judgement_is_answered_from_the_record()
    {
        var log = new MemoryCallLog();
        using var before = new ModelStage(log: log);
        before.Stub.Says("""{"score":0.7,"flags":[],"reason":"fits"}""");
        var subject = ModelStage.SubjectOf("Good morning.");
        var first = await before.PersonaJudge.CheckPersona(subject, Stop);

        using var after = new ModelStage(log: log);

        Assert.Equal(first.Score, (await after.PersonaJudge.CheckPersona(subject, Stop)).Score);
        Assert.Empty(after.Stub.Requests);
    }

    [Fact]
    public async Task the_event_store_gives_back_what_was_recorded_and_takes_each_try_once()
    {
        var log = chimera.Alba.Services.GetRequiredService<IModelCallLog>();
        var question = new ModelQuestion(Guid.CreateVersion7(), "write-post", Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "gemini", "gemini-3-pro", "aa", "bb", 100);
        var usage = new ModelUsage(1234, 56, 0.00314m, "v", 12);
        Assert.Null(await log.Find(question.CallId, Stop));

        await log.Record(new(new ModelCalled(question, 1, "no", "model.answer: no", usage, DateTimeOffset.UtcNow), new(null, "trace")));
        await log.Record(new(new ModelCalled(question, 1, "twice", null, usage, DateTimeOffset.UtcNow), new(null, "trace")));
        await log.Record(new(new ModelCallFailed(question, new("TIMEOUT", "late"), 5, DateTimeOffset.UtcNow), new(null, "trace")));
        await log.Record(new(new ModelCalled(question, 2, "{}", null, usage, DateTimeOffset.UtcNow), new(null, "trace")));

        var call = await log.Find(question.CallId, Stop);
        Assert.Equal([new ModelAnswer(1, "no", "model.answer: no", usage), new ModelAnswer(2, "{}", null, usage)], call!.Answers);
        Assert.Equal(2, call.Accepted!.Try);
    }
}
