using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chimera.Domain;

namespace Chimera.Api.Cli;

/// <summary>The form of a brief: JSON, with the fields a brief has and no others.</summary>
internal static partial class BriefFile
{
    public const int LargestBytes = 10_000_000;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Brief Read(string file)
    {
        var json = Parse(file);
        var nulls = Nulls(json, "").ToArray();
        if (nulls.Length > 0) throw new BriefException(file, nulls);
        try
        {
            return json.Deserialize<Brief>(ChimeraJson.Strict)!;
        }
        catch (JsonException misfit)
        {
            throw new BriefException(file, Problems(misfit));
        }
    }

    /// <summary>The text of a file, or a sentence about why there is none.</summary>
    public static string Text(string file, int largest)
    {
        if (Directory.Exists(file)) throw new IOException("It is a folder, not a file.");
        if (!File.Exists(file)) throw new IOException("There is no such file.");
        if (new FileInfo(file).Length > largest) throw new IOException($"The file is larger than {largest} bytes.");
        try
        {
            return Utf8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            throw new IOException("The file is not text in UTF-8.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new IOException("The file may not be read.");
        }
    }

    private static JsonElement Parse(string file)
    {
        try
        {
            var json = JsonElement.Parse(Text(file, LargestBytes));
            return json.ValueKind == JsonValueKind.Object ? json : throw new BriefException(file, new BriefProblem("", "A brief is a JSON object."));
        }
        catch (IOException unreadable)
        {
            throw new BriefException(file, new BriefProblem("", unreadable.Message));
        }
        catch (JsonException broken)
        {
            throw new BriefException(file, new BriefProblem("", $"Line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1} is not JSON: {broken.Message.Split(" LineNumber:")[0]}"));
        }
    }

    /// <summary>Nothing in a list may be null; the serializer does not look there.</summary>
    private static IEnumerable<BriefProblem> Nulls(JsonElement json, string at) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) =>
            item.ValueKind == JsonValueKind.Null ? [new BriefProblem($"{at}/{i}", "null is not allowed here.")] : Nulls(item, $"{at}/{i}")),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Nulls(field.Value, $"{at}/{field.Name}")),
        _ => []
    };

    private static BriefProblem[] Problems(JsonException misfit)
    {
        var at = ChimeraJson.Pointer(misfit.Path);
        if (misfit.Message.Contains("missing required properties", StringComparison.Ordinal))
            return [.. Quoted().Matches(misfit.Message.Split("including:")[1].Split(" Path:")[0]).Select(name => new BriefProblem($"{at}/{name.Groups[1].Value}", "This field is required."))];
        return [new(at, ChimeraJson.Sentence(misfit))];
    }

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
