using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integration.Tests.Models;

/// <summary>Each provider in each role, on the wire format that it documents.</summary>
public sealed class ProviderTests
{
    private const string Post = """{"text_content":"Two panels on the rail make my coffee.","hashtags":["#solar"],"estimated_engagement_score":0.4,"confidence":0.9}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Endpoints => new()
    {
        { "gemini", "/v1/chat/completions" }, { "openai", "/v1/chat/completions" }, { "anthropic", "/v1/messages" }, { "ollama", "/api/chat" }
    };

    [Theory, MemberData(nameof(Endpoints))]
    public async Task a_provider_writes_a_post(string provider, string path)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says(Post);

        var product = await stage.Write();

        var post = (GeneratePostOutput)TaskSchemas.ReadOutput(TaskType.GeneratePost, product.Output);
        Assert.Equal("Two panels on the rail make my coffee.", post.TextContent);
        Assert.Equal((stage.Settings.Worker.Model, 0.9, 1290), (product.ModelUsed, product.Confidence, product.TokensConsumed));
        Assert.Equal(path, Assert.Single(stage.Stub.Requests).Path);
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task a_provider_answers_a_comment(string provider, string path)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says("""{"text":"@stranger Thank you.","needs_review":false,"confidence":0.8}""");

        var product = await stage.Reply("Lovely!");

        Assert.Equal("@stranger Thank you.", ChimeraJson.Read<PreparedPost>(product.Output, "result.output").Text);
        Assert.Equal(path, Assert.Single(stage.Stub.Requests).Path);
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task a_provider_judges_persona_and_safety(string provider, string path)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says("""{"score":0.7,"flags":[],"reason":"sounds right"}""");

        var persona = await stage.PersonaJudge.CheckPersona(ModelStage.SubjectOf("Good morning."), Stop);
        var safety = await stage.SafetyJudge.CheckSafety(ModelStage.SubjectOf("Good morning."), Stop);

        Assert.Equal(("persona", 0.7, "sounds right"), (persona.Check, persona.Score, persona.Reason));
        Assert.Equal(("safety", 0.7, "sounds right"), (safety.Check, safety.Score, safety.Reason));
        Assert.All(stage.Stub.Requests, request => Assert.Equal(path, request.Path));
    }

    [Theory, MemberData(nameof(Endpoints))]
    public async Task a_provider_plans_a_campaign(string provider, string path)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says(Drafts.OnePost(ModelStage.Ilse.Id));

        var plan = await stage.Planner.CreatePlan(ModelStage.Brief.Campaign, ModelStage.Brief.Agents, ModelStage.Brief.Campaign.Constraints, Offline.LaunchBrief.Now, Stop);

        Assert.Equal([TaskType.GeneratePost, TaskType.PostContent], plan.Tasks.Select(task => task.Type));
        Assert.Equal(path, Assert.Single(stage.Stub.Requests).Path);
    }

    [Theory]
    [InlineData("gemini", "response_format")]
    [InlineData("openai", "response_format")]
    [InlineData("anthropic", "output_config")]
    [InlineData("ollama", "format")]
    public async Task the_schema_of_the_answer_goes_with_the_question(string provider, string field)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says(Post);

        await stage.Write();

        var request = Assert.Single(stage.Stub.Requests);
        Assert.Contains("estimated_engagement_score", request.Body[field]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(stage.Settings.Worker.Model, request.Body["model"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("gemini", "authorization")]
    [InlineData("openai", "authorization")]
    [InlineData("anthropic", "authorization")]
    public async Task the_key_goes_where_the_provider_looks_for_it(string provider, string header)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says(Post);

        await stage.Write();

        Assert.EndsWith(ProviderStub.Key, Assert.Single(stage.Stub.Requests).Headers[header], StringComparison.Ordinal);
    }
}
