using System.Diagnostics.CodeAnalysis;
using Chimera.Domain;

namespace Chimera.Api.Rest;

/// <summary>A query parameter that takes the words of an enum.</summary>
internal interface IWords
{
    IEnumerable<string> All { get; }
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class WordOfAttribute<TEnum> : Attribute, IWords where TEnum : struct, Enum
{
    public IEnumerable<string> All => Words<TEnum>.All;
}

internal static class Words<TEnum> where TEnum : struct, Enum
{
    public static readonly string[] All = [.. Enum.GetValues<TEnum>().Select(ChimeraJson.NameOf)];

    private static readonly Dictionary<string, TEnum> Values = Enum.GetValues<TEnum>().ToDictionary(ChimeraJson.NameOf);

    public static TEnum Value(string word) => Values[word];

    /// <summary>The word itself, if it is one of the enum's.</summary>
    [return: NotNullIfNotNull(nameof(word))]
    public static string? Checked(string? word, string parameter) => word is null || All.Contains(word)
        ? word
        : throw new RefusedRequestException(400, "request.parameter", $"{parameter} is one of {string.Join(", ", All)}.");
}
