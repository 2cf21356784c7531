using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Chimera.Integrations.Models;

/// <summary>What a model is told to do: instructions, a request, and the schema of its answer; its version is the hash of its files.</summary>
internal sealed record Prompt(string Name, string Instructions, string Request, JsonElement Schema, string Sha256)
{
    private const string Separator = "\n---\n";

    private static readonly ConcurrentDictionary<string, Prompt> Loaded = new();

    public static Prompt Load(string name) => Loaded.GetOrAdd(name, Read);

    public static string Hash(params ReadOnlySpan<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', texts!))));

    /// <summary>The request with its data, each piece in its own element.</summary>
    public string Render(IEnumerable<PromptData> data) => string.Join("\n\n", data.Select(piece => piece.ToString()).Prepend(Request.Trim()));

    private static Prompt Read(string name)
    {
        var (text, schema, rules) = (PromptFiles.Text($"{name}.md"), PromptFiles.Text($"{name}.schema.json"), PromptFiles.Text("rules.md"));
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return new(name, $"{text[..at].Trim()}\n\n{rules.Trim()}", text[(at + Separator.Length)..], JsonElement.Parse(schema), Hash(text, schema, rules));
    }
}
