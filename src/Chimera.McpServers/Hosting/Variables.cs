using System.Globalization;
using System.Text.Json;
using Chimera.Domain;

namespace Chimera.McpServers.Hosting;

/// <summary>The environment as a real back end reads it. What is missing or wrong ends the program, with the rule that it breaks; values are never shown.</summary>
internal sealed class Variables(Func<string, string?> environment)
{
    public string? Find(string name) => environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>Names all that are missing at once.</summary>
    public void Require(string server, params string[] names)
    {
        var missing = names.Where(name => Find(name) is null).ToArray();
        if (missing.Length > 0)
            throw new StartException(
                $"setting.required: {server} with CHIMERA_MCP_BACKEND=real needs {string.Join(", ", missing)}; docs/mcp-servers.md says what they are.");
    }

    public string this[string name] => Find(name) ?? throw new StartException($"setting.required: {name} is not set.");

    public Uri Address(string name, string standard) =>
        Uri.TryCreate((Find(name) ?? standard).TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new StartException($"setting.address: {name} must be an address that begins with http:// or https://.");

    public TimeSpan Seconds(string name, int standard) => Find(name) is not { } text ? TimeSpan.FromSeconds(standard)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 600 ? TimeSpan.FromSeconds(seconds)
        : throw new StartException($"setting.seconds: {name} must be 1 to 600.");

    /// <summary>A JSON array with something in it.</summary>
    public IReadOnlyList<T> List<T>(string name)
    {
        try
        {
            var list = ChimeraJson.Read<T[]>(JsonElement.Parse(this[name]), "setting.list");
            return list.Length > 0 ? list : throw new StartException($"setting.list: {name} is empty.");
        }
        catch (JsonException)
        {
            throw new StartException($"setting.list: {name} is not JSON.");
        }
        catch (RuleViolationException misfit)
        {
            throw new StartException($"setting.list: {name}{misfit.Pointer}: {misfit.Message}");
        }
    }
}
