using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>Which model does a role's work.</summary>
/// <param name="Provider">One of <see cref="ModelSettings.Providers"/>, or <c>offline</c>.</param>
public sealed record ModelChoice(string Provider, string Model)
{
    public const string OfflineProvider = "offline";

    public static readonly ModelChoice Offline = new(OfflineProvider, "");
    public static readonly ModelChoice Gemini = new("gemini", "gemini-3-pro"), Anthropic = new("anthropic", "claude-sonnet-5-5");

    public bool IsOffline => Provider == OfflineProvider;

    /// <summary>Reads <c>provider/model</c>; of a provider that has a usual model, its name is enough.</summary>
    /// <exception cref="Domain.RuleViolationException"><c>setting.model-provider</c> or <c>setting.model-name</c>.</exception>
    public static ModelChoice Parse(string words, string variable)
    {
        var (provider, model) = words.Split('/', 2, StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : (words.Trim(), "");
        if (provider == OfflineProvider) return Offline;
        Require(ModelSettings.Providers.Contains(provider), "setting.model-provider",
            $"{variable} names the provider '{provider}'; it is one of {string.Join(", ", ModelSettings.Providers)}, {OfflineProvider}.");
        if (model.Length > 0) return new(provider, model);
        return provider == Gemini.Provider ? Gemini : provider == Anthropic.Provider ? Anthropic : throw Nameless(provider, variable);
    }

    public override string ToString() => IsOffline ? OfflineProvider : $"{Provider}/{Model}";

    private static Domain.RuleViolationException Nameless(string provider, string variable) =>
        new("setting.model-name", $"{variable} names no model; write {provider}/NAME.");
}
