using Chimera.Domain;
using Chimera.Integrations.Models;

namespace Chimera.Integration.Tests.Models;

/// <summary>Which model does what, by environment.</summary>
public sealed class ModelSettingsTests
{
    [Fact]
    public void without_a_key_everything_is_offline()
    {
        var settings = Read();
        Assert.All([settings.Planner, settings.Worker, settings.Judge], choice => Assert.True(choice.IsOffline));
        Assert.Empty(settings.Endpoints);
    }

    [Fact]
    public void a_gemini_key_plans_and_writes_with_gemini_and_leaves_the_judge_offline()
    {
        var settings = Read("GEMINI_API_KEY=k");
        Assert.Equal(("gemini/gemini-3-pro", "gemini/gemini-3-pro", "offline"), Words(settings));
        Assert.Equal("https://generativelanguage.googleapis.com/v1beta/openai/", settings.Endpoints["gemini"].Address.ToString());
    }

    [Fact]
    public void a_claude_key_judges_and_writes_with_anthropic_and_leaves_the_planner_offline() =>
        Assert.Equal(("offline", "anthropic/claude-sonnet-5-5", "anthropic/claude-sonnet-5-5"), Words(Read("CLAUDE_API_KEY=k")));

    [Fact]
    public void with_both_keys_gemini_plans_and_writes_and_anthropic_judges() =>
        Assert.Equal(("gemini/gemini-3-pro", "gemini/gemini-3-pro", "anthropic/claude-sonnet-5-5"), Words(Read("GEMINI_API_KEY=k", "CLAUDE_API_KEY=k")));

    [Fact]
    public void each_role_has_a_model_of_its_own()
    {
        var settings = Read("CHIMERA_PLANNER_MODEL=gemini/gemini-3-flash-preview", "GEMINI_API_KEY=k", "CHIMERA_WORKER_MODEL=ollama/llama3.3:70b",
            "CHIMERA_JUDGE_MODEL=openai/org/model-1", "OPENAI_BASE_URL=http://127.0.0.1:9/v1");
        Assert.Equal(("gemini/gemini-3-flash-preview", "ollama/llama3.3:70b", "openai/org/model-1"), Words(settings));
        Assert.Equal("http://127.0.0.1:11434/", settings.Endpoints["ollama"].Address.ToString());
        Assert.Null(settings.Endpoints["openai"].Key);
    }

    [Fact]
    public void a_role_stays_offline_when_it_is_to() =>
        Assert.Equal(("gemini/gemini-3-pro", "offline", "offline"), Words(Read("GEMINI_API_KEY=k", "CHIMERA_WORKER_MODEL=offline")));

    [Theory]
    [InlineData("setting.model-provider", "CHIMERA_JUDGE_MODEL=clippy/97")]
    [InlineData("setting.model-name", "CHIMERA_WORKER_MODEL=ollama")]
    [InlineData("setting.model-name", "CHIMERA_WORKER_MODEL=openai/", "OPENAI_API_KEY=k")]
    [InlineData("setting.model-key", "CHIMERA_PLANNER_MODEL=gemini")]
    [InlineData("setting.model-key", "CHIMERA_JUDGE_MODEL=anthropic/claude-opus-5")]
    [InlineData("setting.model-key", "CHIMERA_WORKER_MODEL=openai/gpt")]
    [InlineData("setting.model-url", "CHIMERA_WORKER_MODEL=ollama/llama", "OLLAMA_URL=localhost:11434")]
    [InlineData("setting.model-timeout", "CHIMERA_MODEL_TIMEOUT_SECONDS=soon")]
    public void what_cannot_be_used_is_refused_by_rule(string code, params string[] variables) =>
        Assert.Equal(code, Assert.Throws<RuleViolationException>(() => Read(variables)).Code);

    private static (string, string, string) Words(ModelSettings settings) => ($"{settings.Planner}", $"{settings.Worker}", $"{settings.Judge}");

    private static ModelSettings Read(params string[] variables)
    {
        var environment = variables.Select(one => one.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return ModelSettings.Read(name => environment.GetValueOrDefault(name));
    }
}
