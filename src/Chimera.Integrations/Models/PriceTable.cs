using System.Text.Json;
using Chimera.Domain;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Models;

/// <summary>What a model takes, in US dollars for a million tokens.</summary>
public sealed record ModelPrice(decimal Input, decimal Output)
{
    private const decimal Unit = 1_000_000;

    public decimal Of(long inputTokens, long outputTokens) => (inputTokens * Input + outputTokens * Output) / Unit;
}

/// <summary>The prices of models by <c>provider/model</c>, or <c>provider/*</c> for all of a provider (prices.json).</summary>
/// <param name="Version">Recorded with every cost.</param>
/// <param name="Source">Where the prices were read, and when.</param>
public sealed record PriceTable(string Version, string Source, IReadOnlyDictionary<string, ModelPrice> Models)
{
    private const string Code = "setting.model-price";

    private static readonly Lazy<PriceTable> Embedded = new(() => Read(PromptFiles.Text("prices.json")));

    /// <summary>The built-in table, or the one in a file.</summary>
    /// <exception cref="RuleViolationException"><c>setting.model-price</c></exception>
    public static PriceTable Load(string? file)
    {
        if (file is null) return Embedded.Value;
        Require(File.Exists(file), Code, $"CHIMERA_MODEL_PRICES names {file}, which is not there.");
        return Read(File.ReadAllText(file));
    }

    /// <exception cref="RuleViolationException"><c>setting.model-price</c>: a cost nobody knows cannot be kept within a budget.</exception>
    public ModelPrice Of(ModelChoice choice) =>
        Models.GetValueOrDefault(choice.ToString()) ?? Models.GetValueOrDefault($"{choice.Provider}/*") ??
        throw new RuleViolationException(Code, $"No price is known for {choice}: give one in a file and name it in CHIMERA_MODEL_PRICES.");

    private static PriceTable Read(string text)
    {
        try
        {
            var table = ChimeraJson.Read<PriceTable>(JsonElement.Parse(text), Code);
            RequireText(table.Version, 50, Code, "/version");
            Require(table.Models.Values.All(price => price is { Input: >= 0, Output: >= 0 }), Code, "A price is never negative.", "/models");
            return table;
        }
        catch (JsonException misfit)
        {
            throw new RuleViolationException(Code, $"The price table is no JSON: {misfit.Message}");
        }
    }
}
