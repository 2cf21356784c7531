using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Models;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Models;

/// <summary>A key is sent to its provider and shown to nobody else.</summary>
public sealed class SecretTests
{
    [Theory, InlineData("gemini"), InlineData("openai"), InlineData("anthropic")]
    public async Task no_key_is_in_a_log_a_record_or_an_error_even_when_the_provider_repeats_it(string provider)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Refuses(503, """{"error":{"message":"the key KEY is tired"}}""".Replace("KEY", ProviderStub.Key, StringComparison.Ordinal));

        var failed = await Assert.ThrowsAsync<ToolException>(() => stage.Write());

        Assert.Contains("the key (secret) is tired", failed.Message, StringComparison.Ordinal);
        Assert.Contains("is tired", stage.Logs.Text, StringComparison.Ordinal);
        foreach (var shown in new[] { stage.Logs.Text, failed.ToString(), Stored(stage.Log.Events) }) Assert.DoesNotContain(ProviderStub.Key, shown, StringComparison.Ordinal);
    }

    [Theory, InlineData("gemini"), InlineData("openai"), InlineData("anthropic")]
    public async Task no_key_is_in_a_log_or_record_of_a_call_that_succeeds(string provider)
    {
        using var stage = new ModelStage(provider);
        stage.Stub.Says("""{"text_content":"Short.","hashtags":[],"estimated_engagement_score":0.4,"confidence":0.9}""");

        await stage.Write();

        Assert.EndsWith(ProviderStub.Key, stage.Stub.Requests[0].Headers["authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain(ProviderStub.Key, stage.Logs.Text + Stored(stage.Log.Events), StringComparison.Ordinal);
    }

    [Fact]
    public void settings_that_are_printed_show_no_key()
    {
        using var stage = new ModelStage();
        var printed = $"{stage.Settings} {string.Join(' ', stage.Settings.Endpoints)} {JsonSerializer.Serialize(stage.Settings)}";
        Assert.DoesNotContain(ProviderStub.Key, printed, StringComparison.Ordinal);
    }

    private static string Stored(IEnumerable<ModelCallEvent> events) => string.Join('\n', events.Select(happened => ChimeraJson.Write<object>(happened).GetRawText()));
}
