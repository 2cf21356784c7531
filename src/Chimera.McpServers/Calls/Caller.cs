using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Chimera.Domain.Rule;

namespace Chimera.McpServers.Calls;

/// <summary>On whose behalf a tool is called: from the request's <c>_meta</c>, where no model can write (X-32).</summary>
/// <param name="IdempotencyKey">Names the call, so that a repeat meets the first answer; null when the caller gives none.</param>
/// <param name="AgentId">All zeros for a caller that is no agent.</param>
internal sealed partial record Caller(string? IdempotencyKey, Guid AgentId, string? Handle, IReadOnlyList<string> Palette)
{
    public const string KeyField = "io.chimera/idempotency_key", AgentField = "io.chimera/agent_id", HandleField = "io.chimera/handle",
        PaletteField = "io.chimera/palette";

    public bool IsAgent => AgentId != Guid.Empty;

    public static Caller Of(JsonObject? meta) => new(Text(meta, KeyField), Agent(meta), Text(meta, HandleField), Colours(meta));

    /// <summary>The key, or one that nobody can repeat.</summary>
    public string KeyOrNew() => IdempotencyKey ?? Guid.CreateVersion7().ToString();

    private static Guid Agent(JsonObject? meta)
    {
        if (Text(meta, AgentField) is not { } text) return Guid.Empty;
        Require(Guid.TryParse(text, out var id), ToolErrors.InvalidArguments, "The agent's id is a UUID.", PointerTo(AgentField));
        return id;
    }

    private static string[] Colours(JsonObject? meta)
    {
        if (meta?[PaletteField] is not { } node) return [];
        Require(node is JsonArray { Count: <= 16 } colours && colours.All(colour => TextOf(colour) is { } text && Colour().IsMatch(text)),
            ToolErrors.InvalidArguments, "A palette is at most 16 colours such as #1a2b3c.", PointerTo(PaletteField));
        return [.. node.AsArray().Select(colour => colour!.GetValue<string>())];
    }

    private static string? Text(JsonObject? meta, string field)
    {
        if (meta?[field] is not { } node) return null;
        Require(TextOf(node) is { Length: > 0 and <= 255 }, ToolErrors.InvalidArguments, "This is a text of 1 to 255 characters.", PointerTo(field));
        return node.GetValue<string>();
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static string PointerTo(string field) => "/_meta/" + field.Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z")]
    private static partial Regex Colour();
}
