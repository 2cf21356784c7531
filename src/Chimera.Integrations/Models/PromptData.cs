using System.Text.Encodings.Web;
using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Integrations.Models;

/// <summary>
/// A piece of data in a prompt. It is JSON without angle brackets, so nothing in it can close its element or open another one: what comes from outside
/// stays material, whatever it says.
/// </summary>
internal sealed record PromptData
{
    private static readonly JsonSerializerOptions Readable = new(ChimeraJson.Stored) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string element, name, json;

    private PromptData(string element, string name, string json) => (this.element, this.name, this.json) = (element, name, json);

    /// <summary>What the operator or the platform itself says.</summary>
    public static PromptData Brief<T>(string name, T value) => new("brief", name, Json(value));

    /// <summary>What strangers, models or other systems wrote.</summary>
    public static PromptData Outside<T>(string name, T value) => new("outside", name, Json(value));

    public override string ToString() => $"<{element} name=\"{name}\">\n{json}\n</{element}>";

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable)
        .Replace("<", "\\u003C", StringComparison.Ordinal).Replace(">", "\\u003E", StringComparison.Ordinal);
}
