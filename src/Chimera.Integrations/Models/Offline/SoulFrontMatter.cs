using Chimera.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Chimera.Integrations.Models.Offline;

public enum SentenceLength { Short, Medium, Long }

/// <summary>What a SOUL.md states in its YAML front matter (docs/soul-md.md). Keys it does not know are passed over.</summary>
public sealed record SoulFrontMatter
{
    public const string Rule = "agent.soul-front-matter", Pointer = "/persona/soul_md_path";

    public IReadOnlyList<string> VoiceTone { get; init; } = [];
    public IReadOnlyList<string> CoreValues { get; init; } = [];
    public IReadOnlyList<string> Directives { get; init; } = [];
    public IReadOnlyList<string> Openers { get; init; } = [];
    public IReadOnlyList<string> Closers { get; init; } = [];
    public IReadOnlyList<string> Vocabulary { get; init; } = [];
    public IReadOnlyList<string> Avoid { get; init; } = [];
    public IReadOnlyList<string> Emoji { get; init; } = [];
    public IReadOnlyList<string> Hashtags { get; init; } = [];
    public IReadOnlyList<string> Palette { get; init; } = [];
    public bool? Exclamations { get; init; }
    public SentenceLength? SentenceLength { get; init; }

    public static SoulFrontMatter Read(string yaml)
    {
        if (Mapping(yaml) is not { } keys) return new();
        return new()
        {
            VoiceTone = Texts(keys, "voice_tone"), CoreValues = Texts(keys, "core_values"), Directives = Texts(keys, "directives"),
            Openers = Texts(keys, "openers"), Closers = Texts(keys, "closers"), Vocabulary = Texts(keys, "vocabulary"),
            Avoid = Texts(keys, "avoid"), Emoji = Texts(keys, "emoji"), Hashtags = Texts(keys, "hashtags"), Palette = Colours(keys),
            Exclamations = Flag(keys, "exclamations"), SentenceLength = Length(keys)
        };
    }

    internal static RuleViolationException Malformed(string message) => new(Rule, message, Pointer);

    private static Dictionary<string, YamlNode>? Mapping(string yaml)
    {
        var document = new YamlStream();
        try
        {
            document.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            throw Malformed($"The front matter is not YAML: {broken.Message} (line {broken.Start.Line + 1})");
        }
        if (document.Documents.Count == 0 || document.Documents[0].RootNode is YamlScalarNode { Value: null or "" }) return null;
        return document.Documents[0].RootNode is YamlMappingNode root
            ? root.Children.Where(pair => pair.Key is YamlScalarNode).ToDictionary(pair => ((YamlScalarNode)pair.Key).Value ?? "", pair => pair.Value)
            : throw Malformed("The front matter is not a list of keys and values.");
    }

    private static string[] Texts(Dictionary<string, YamlNode> keys, string name) => keys.GetValueOrDefault(name) switch
    {
        null or YamlScalarNode { Value: null or "" } => [],
        YamlScalarNode one => [one.Value!.Trim()],
        YamlSequenceNode many when many.All(item => item is YamlScalarNode { Value.Length: > 0 }) =>
            [.. many.Select(item => ((YamlScalarNode)item).Value!.Trim())],
        _ => throw Malformed($"{name} is a list of texts.")
    };

    private static string[] Colours(Dictionary<string, YamlNode> keys)
    {
        var colours = Texts(keys, "palette");
        return colours.All(IsColour) ? colours : throw Malformed("palette is a list of colours such as \"#1f6f54\", in quotes.");
    }

    private static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigit);

    private static bool? Flag(Dictionary<string, YamlNode> keys, string name) => keys.GetValueOrDefault(name) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlScalarNode { Value: "true" or "True" or "yes" } => true,
        YamlScalarNode { Value: "false" or "False" or "no" } => false,
        _ => throw Malformed($"{name} is true or false.")
    };

    private static SentenceLength? Length(Dictionary<string, YamlNode> keys) => Texts(keys, "sentence_length") switch
    {
        [] => null,
        ["short"] => Offline.SentenceLength.Short,
        ["medium"] => Offline.SentenceLength.Medium,
        ["long"] => Offline.SentenceLength.Long,
        _ => throw Malformed("sentence_length is short, medium or long.")
    };
}
