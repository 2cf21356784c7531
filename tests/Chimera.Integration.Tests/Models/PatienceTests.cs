using Chimera.Domain.Models;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Models;

/// <summary>A provider that is busy, broken, silent or unwilling.</summary>
public sealed class PatienceTests
{
    private const string Post = """{"text_content":"Short.","hashtags":[],"estimated_engagement_score":0.4,"confidence":0.9}""";

    [Theory, InlineData("gemini"), InlineData("openai"), InlineData("anthropic"), InlineData("ollama")]
    public async Task a_busy_provider_is_asked_again_when_it_wants_to_be(string provider)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Refuses(429, retryAfter: "7").Says(Post);

        await stage.Write();

        Assert.Equal(2, stage.Stub.Requests.Count);
        Assert.Equal(stage.Stub.Requests[0].Text, stage.Stub.Requests[1].Text);
        Assert.Contains(TimeSpan.FromSeconds(7), stage.Clock.Waits);
    }

    [Theory, InlineData("gemini"), InlineData("openai"), InlineData("anthropic"), InlineData("ollama")]
    public async Task a_provider_that_stays_busy_is_a_rate_limit_after_four_requests(string provider)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Refuses(429, retryAfter: "90");

        var failed = await Assert.ThrowsAsync<ToolException>(() => stage.Write());

        Assert.Equal(("RATE_LIMIT_EXCEEDED", 90), (failed.ErrorType, failed.Error.RetryAfterSeconds));
        Assert.Equal(ErrorHandling.Retry, ErrorTable.HandlingOf(failed.ErrorType));
        Assert.Equal(4, stage.Stub.Requests.Count);
        Assert.All(stage.Clock.Waits, wait => Assert.True(wait <= TimeSpan.FromSeconds(30), $"waits {wait}"));
    }

    [Theory]
    [InlineData(500, ErrorTable.WorkerError, 4)]
    [InlineData(529, ErrorTable.WorkerError, 4)]
    [InlineData(401, "AUTH_FAILED", 1)]
    [InlineData(404, ErrorTable.NotConfigured, 1)]
    [InlineData(400, "INVALID_PROMPT", 1)]
    public async Task a_refusal_has_its_code_and_only_what_may_pass_is_asked_again(int status, string code, int requests)
    {
        foreach (var provider in new[] { "gemini", "anthropic", "ollama" })
        {
            using var stage = new ModelStage(provider);
            stage.Stub.Refuses(status);

            var failed = await Assert.ThrowsAsync<ToolException>(() => stage.Write());

            Assert.Equal(code, failed.ErrorType);
            Assert.Contains("not now", failed.Message, StringComparison.Ordinal);
            Assert.Equal(requests, stage.Stub.Requests.Count);
        }
    }

    [Theory, InlineData("gemini"), InlineData("anthropic"), InlineData("ollama")]
    public async Task a_silent_provider_is_a_timeout(string provider)
    {
        using var stage = new ModelStage(provider, timeoutSeconds: 1);
        stage.Stub.Hangs();

        var failed = await Assert.ThrowsAsync<ToolException>(() => stage.Write());

        Assert.Equal(ErrorTable.Timeout, failed.ErrorType);
    }

    [Fact]
    public async Task pauses_grow_and_are_jittered()
    {
        using var stage = new ModelStage();
        stage.Stub.Refuses(503);

        await Assert.ThrowsAsync<ToolException>(() => stage.Write());

        var waits = stage.Clock.Waits.Select(wait => wait.TotalMilliseconds).ToArray();
        Assert.Equal(3, waits.Length);
        Assert.InRange(waits[0], 375, 625);
        Assert.InRange(waits[1], 750, 1250);
        Assert.InRange(waits[2], 1500, 2500);
    }

    [Fact]
    public async Task a_failure_is_recorded()
    {
        using var stage = new ModelStage();
        stage.Stub.Refuses(500);

        await Assert.ThrowsAsync<ToolException>(() => stage.Write());

        Assert.Equal(ErrorTable.WorkerError, Assert.IsType<ModelCallFailed>(Assert.Single(stage.Log.Events)).Error.ErrorType);
    }

    [Fact]
    public async Task a_planner_without_a_model_says_why_there_is_no_plan()
    {
        using var stage = new ModelStage();
        stage.Stub.Refuses(401);
        var (campaign, agents) = ModelStage.Brief;

        var failed = await Assert.ThrowsAsync<ToolException>(() =>
            stage.Planner.CreatePlan(campaign, agents, campaign.Constraints, Offline.LaunchBrief.Now, TestContext.Current.CancellationToken));

        Assert.Equal("AUTH_FAILED", failed.ErrorType);
    }
}
