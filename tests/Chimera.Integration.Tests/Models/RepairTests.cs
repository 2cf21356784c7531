using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Models;

/// <summary>An answer that does not fit goes back with what is wrong, three tries at most.</summary>
public sealed class RepairTests
{
    private const string Post = """{"text_content":"Short.","hashtags":["#solar"],"estimated_engagement_score":0.4,"confidence":0.9}""";

    [Theory]
    [InlineData("gemini", "assistant")]
    [InlineData("anthropic", "assistant")]
    [InlineData("ollama", "assistant")]
    public async Task an_answer_that_is_no_JSON_is_sent_back_and_repaired(string provider, string role)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says("Here is your post: Short.").Says(Post);

        var product = await stage.Write();

        Assert.Equal("Short.", product.Output.GetProperty("text_content").GetString());
        var again = stage.Stub.Requests[1];
        Assert.Contains("The answer is not one JSON object", again.Text, StringComparison.Ordinal);
        Assert.Contains(again.Body["messages"]!.AsArray(), message => message!["role"]!.GetValue<string>() == role);
    }

    [Theory]
    [InlineData("""{"text_content":"Short.","hashtags":["solar"],"estimated_engagement_score":0.4,"confidence":0.9}""", "generate-post.hashtags at /hashtags")]
    [InlineData("""{"text_content":"Short.","hashtags":[],"estimated_engagement_score":4,"confidence":0.9}""", "generate-post.engagement at /estimated_engagement_score")]
    [InlineData("""{"text_content":"Short.","hashtags":[],"estimated_engagement_score":0.4,"confidence":90}""", "result.confidence at /confidence")]
    [InlineData("""{"text_content":"Short.","hashtags":[],"estimated_engagement_score":0.4}""", "model.answer")]
    [InlineData("""{"text_content":"Short.","hashtags":[],"estimated_engagement_score":0.4,"confidence":0.9,"mood":"good"}""", "model.answer at /mood")]
    public async Task an_answer_that_breaks_a_rule_is_told_which(string answer, string told)
    {
        using var stage = new ModelStage();
        stage.Stub.Says(answer).Says(Post);

        await stage.Write();

        Assert.Contains(told, stage.Stub.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_post_that_is_too_long_is_told_by_how_much()
    {
        using var stage = new ModelStage();
        stage.Stub.Says(Post).Says(Post.Replace("Short.", "Hi.", StringComparison.Ordinal));

        await stage.Write(new GeneratePostInput("Balcony panels", Platform.Twitter, MaxLength: 5));

        Assert.Contains("The text has 6 characters; at most 5 are allowed.", stage.Stub.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task three_answers_that_do_not_fit_are_a_typed_failure_with_their_cost()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("{}");

        var failed = await Assert.ThrowsAsync<ToolException>(() => stage.Write());

        Assert.Equal(ErrorTable.InvalidOutput, failed.ErrorType);
        Assert.Equal(ErrorHandling.Revise, ErrorTable.HandlingOf(failed.ErrorType));
        Assert.Equal(3, stage.Stub.Requests.Count);
        Assert.Equal(3 * ((1234 * 2m + 56 * 12m) / 1_000_000), failed.CostUsd);
    }

    [Fact]
    public async Task an_answer_in_a_block_of_code_is_read()
    {
        using var stage = new ModelStage();
        stage.Stub.Says($"```json\n{Post}\n```");

        await stage.Write();

        Assert.Single(stage.Stub.Requests);
    }

    [Fact]
    public async Task what_a_judge_cannot_get_answered_is_left_to_a_person()
    {
        using var stage = new ModelStage();
        stage.Stub.Says("no");

        var persona = await stage.PersonaJudge.CheckPersona(ModelStage.SubjectOf("Good morning."), TestContext.Current.CancellationToken);
        var safety = await stage.SafetyJudge.CheckSafety(ModelStage.SubjectOf("Good morning."), TestContext.Current.CancellationToken);

        var result = ModelStage.SubjectOf("Good morning.").Result;
        var policy = Domain.Policies.ReviewPolicy.Default;
        Assert.Equal(Domain.Policies.Decision.Escalate, policy.Judge(result, byHuman: false, [persona, new("safety", 1, [], "safe", "m")]).Decision);
        Assert.Equal(Domain.Policies.Decision.Escalate, policy.Judge(result, byHuman: false, [new("persona", 1, [], "fits", "m"), safety]).Decision);
    }
}
