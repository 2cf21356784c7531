using Chimera.Api.Hosting;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Models;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Integration.Tests.Hosting;
using Chimera.Integrations.Models;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Chimera.Integration.Tests.Models;

/// <summary>The real host on a real Postgres with a provider behind all three roles, which is a stub.</summary>
public sealed class ModelHostTests
{
    private const decimal CallUsd = 0.00314m;

    private readonly Guid agent = Guid.CreateVersion7(), campaign = Guid.CreateVersion7();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task models_plan_write_and_judge_a_campaign_that_books_what_all_of_it_cost()
    {
        using var home = new PostgresHome();
        using var stub = new ProviderStub().Says(Answer);
        await using var host = await ChimeraHost.Start(new HostSettings(home.Path, 0, "http://127.0.0.1", home.Path, home.Path) { Models = On(stub) }, cancellation: Stop);
        await Launch(host.App.MessageBus());

        var over = await Eventually.Is(() => Find<Campaign>(host, campaign), one => one is { Status: CampaignStatus.Completed }, "the campaign's end");

        // one plan, one text, and of text and publication each the persona and the safety
        Assert.Equal((2, 0, 6 * CallUsd), (over!.CompletedTasks, over.FailedTasks, over.SpentUsd));
        var result = (await Find<TaskResult>(host, DerivedId.OfResult(DerivedId.Of(campaign, "model-plan/0"), 0)))!;
        Assert.Equal(("gemini-3-pro", 1290, CallUsd), (result.Metadata.ModelUsed, result.Metadata.TokensConsumed, result.Metadata.CostUsd));
        Assert.Equal(3 * CallUsd, result.CostUsd);
        Assert.Equal(["gemini-3-pro", "gemini-3-pro and offline-safety-judge"], result.Judgement!.Checks.Select(check => check.ModelUsed));
        Assert.Equal("judge-persona", (await Find<ModelCall>(host, DerivedId.OfModelCall(result.Id, "judge-persona", "0")))!.Purpose);
    }

    private async Task Launch(IMessageBus bus)
    {
        await bus.InvokeAsync(new CreateAgent(agent, "Ada", null, new("soul.md", ["calm"], [], []), new("I love panels.", "00"), new("ada"), null, null), Stop);
        var goal = new CampaignGoal("Be known", ["panels"], [Platform.Twitter], 1);
        await bus.InvokeAsync(new CreateCampaign(campaign, "Launch", null, [agent], DateTimeOffset.UtcNow, null, 10, [goal], DryRun: true), Stop);
    }

    private string Answer(SentRequest asked) =>
        asked.Text.Contains("You plan a campaign", StringComparison.Ordinal) ? Drafts.OnePost(agent)
        : asked.Text.Contains("You write one post", StringComparison.Ordinal) ? """{"text_content":"Panels at noon.","hashtags":[],"estimated_engagement_score":0.4,"confidence":0.9}"""
        : """{"score":0.9,"flags":[],"reason":"fits"}""";

    private static ModelSettings On(ProviderStub stub) => ModelSettings.Read(name => name switch
    {
        "GEMINI_API_KEY" => ProviderStub.Key,
        "GEMINI_BASE_URL" => $"{stub.Url}/v1",
        "CHIMERA_JUDGE_MODEL" => "gemini",
        _ => null
    });

    private static async Task<T?> Find<T>(ChimeraHost host, Guid id) where T : class
    {
        await using var session = host.App.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        return (await session.Streams().Begin(DateTimeOffset.UtcNow, [id], Stop)).Find<T>(id);
    }
}
