using System.Globalization;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>Where a provider answers, and the key it wants.</summary>
public sealed record ModelEndpoint(Uri Address, Secret? Key);

/// <summary>Which model plans, works and judges, and where those models are.</summary>
/// <param name="Timeout">How long one request may take.</param>
/// <param name="PricesFile">Prices in place of the built-in ones.</param>
public sealed record ModelSettings(
    ModelChoice Planner, ModelChoice Worker, ModelChoice Judge, IReadOnlyDictionary<string, ModelEndpoint> Endpoints, TimeSpan Timeout, string? PricesFile = null)
{
    private const int UsualTimeoutSeconds = 120, LongestTimeoutSeconds = 3600;

    public static readonly IReadOnlyList<string> Providers = ["gemini", "anthropic", "openai", "ollama"];

    public static readonly ModelSettings Offline =
        new(ModelChoice.Offline, ModelChoice.Offline, ModelChoice.Offline, new Dictionary<string, ModelEndpoint>(), TimeSpan.FromSeconds(UsualTimeoutSeconds));

    /// <summary>Reads the environment; without a key everything is offline.</summary>
    /// <exception cref="Domain.RuleViolationException">A <c>setting.model-…</c> rule: what is named cannot be used.</exception>
    public static ModelSettings Read(Func<string, string?> value)
    {
        var (gemini, claude) = (value("GEMINI_API_KEY") is not null, value("CLAUDE_API_KEY") is not null);
        var planner = Choice(value, "CHIMERA_PLANNER_MODEL", gemini ? ModelChoice.Gemini : ModelChoice.Offline);
        var worker = Choice(value, "CHIMERA_WORKER_MODEL", gemini ? ModelChoice.Gemini : claude ? ModelChoice.Anthropic : ModelChoice.Offline);
        var judge = Choice(value, "CHIMERA_JUDGE_MODEL", claude ? ModelChoice.Anthropic : ModelChoice.Offline);
        var endpoints = new[] { planner, worker, judge }.Where(choice => !choice.IsOffline).Select(choice => choice.Provider).Distinct()
            .ToDictionary(provider => provider, provider => Endpoint(provider, value));
        return new(planner, worker, judge, endpoints, TimeoutOf(value("CHIMERA_MODEL_TIMEOUT_SECONDS")), value("CHIMERA_MODEL_PRICES"));
    }

    private static ModelChoice Choice(Func<string, string?> value, string variable, ModelChoice usual) =>
        value(variable) is { } words ? ModelChoice.Parse(words, variable) : usual;

    private static ModelEndpoint Endpoint(string provider, Func<string, string?> value)
    {
        var (variable, usual, key) = provider switch
        {
            "gemini" => ("GEMINI_BASE_URL", "https://generativelanguage.googleapis.com/v1beta/openai/", "GEMINI_API_KEY"),
            "anthropic" => ("CLAUDE_BASE_URL", "https://api.anthropic.com", "CLAUDE_API_KEY"),
            "openai" => ("OPENAI_BASE_URL", "https://api.openai.com/v1", "OPENAI_API_KEY"),
            _ => ("OLLAMA_URL", "http://127.0.0.1:11434", null)
        };
        Require(Uri.TryCreate(value(variable) ?? usual, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
            "setting.model-url", $"{variable} is no address of the web.");
        var secret = key is null ? null : value(key);
        // whoever runs a compatible server of their own may have given it no key
        Require(key is null || secret is not null || (provider == "openai" && value(variable) is not null),
            "setting.model-key", $"A role is to be done by {provider}, and {key} is not set.");
        return new(address, secret is null ? null : new(secret));
    }

    private static TimeSpan TimeoutOf(string? seconds)
    {
        if (seconds is null) return TimeSpan.FromSeconds(UsualTimeoutSeconds);
        Require(int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LongestTimeoutSeconds,
            "setting.model-timeout", $"CHIMERA_MODEL_TIMEOUT_SECONDS is a number from 1 to {LongestTimeoutSeconds}.");
        return TimeSpan.FromSeconds(number);
    }
}
