using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.Domain;
using Chimera.Integrations.Mcp.OAuth;
using static Chimera.Domain.Rule;

namespace Chimera.Integrations.Mcp;

/// <summary>A tool server, as <c>MCP_SERVERS</c> names it: by an address, or by a command that serves one client over stdio.</summary>
/// <param name="Protocol">The protocol version to insist on; null takes the newest that the server knows.</param>
/// <param name="Disabled">Takes a server of the defaults away.</param>
public sealed record McpServerSettings(
    string Name, string? Url = null, string? Command = null, IReadOnlyList<string>? Args = null, IReadOnlyDictionary<string, string>? Env = null,
    McpAuth? Auth = null, McpLimits? Limits = null, string? Protocol = null, bool Disabled = false)
{
    /// <summary>The newest protocol that has subscriptions to resources; later ones have a stream of changes instead.</summary>
    public const string LastWithSubscriptions = "2025-11-25";

    private const string Code = "setting.mcp-servers";

    /// <summary>Variables of the host that a command does not get, unless <paramref name="Env"/> names them.</summary>
    internal IReadOnlyList<string> Withheld { get; init; } = [McpSetup.Secret];

    public McpLimits Bounds => Limits ?? McpLimits.Usual;

    /// <summary>Reads <c>MCP_SERVERS</c>, a JSON array; nothing for null.</summary>
    /// <exception cref="RuleViolationException"><c>setting.mcp-servers</c>, with a pointer to what is wrong.</exception>
    public static IReadOnlyList<McpServerSettings> Parse(string? json)
    {
        if (json is null) return [];
        var servers = ChimeraJson.Read<McpServerSettings[]>(Element(json), Code);
        for (var i = 0; i < servers.Length; i++) servers[i].Check($"/{i}");
        Require(servers.Select(server => server.Name).Distinct().Count() == servers.Length, Code, "Each server has a name of its own.");
        return servers;
    }

    /// <summary>The defaults and what is configured beside them. One of a default's name replaces it; without a url and a command it changes only its limits and protocol, and adds to its environment.</summary>
    /// <exception cref="RuleViolationException"><c>setting.mcp-servers</c>: one has neither url nor command, and there is no default of its name.</exception>
    public static IReadOnlyList<McpServerSettings> Merge(IReadOnlyList<McpServerSettings> configured, IEnumerable<McpServerSettings> defaults)
    {
        var merged = defaults.ToDictionary(server => server.Name);
        foreach (var server in configured)
        {
            var known = merged.GetValueOrDefault(server.Name);
            Require(server.IsReachable || server.Disabled || known is not null, Code, $"{server.Name} needs a url or a command.");
            merged[server.Name] = server.IsReachable || known is null ? server
                : known with { Limits = server.Limits ?? known.Limits, Protocol = server.Protocol ?? known.Protocol, Env = Both(known.Env, server.Env), Disabled = server.Disabled };
        }
        return [.. merged.Values.Where(server => !server.Disabled)];
    }

    private static Dictionary<string, string> Both(IReadOnlyDictionary<string, string>? known, IReadOnlyDictionary<string, string>? more)
    {
        var both = new Dictionary<string, string>(known ?? new Dictionary<string, string>());
        foreach (var (name, value) in more ?? new Dictionary<string, string>()) both[name] = value;
        return both;
    }

    private bool IsReachable => Url is not null || Command is not null;

    private void Check(string at)
    {
        RequireText(Name, 100, Code, at + "/name");
        if (Disabled) return;
        Require(Url is null || Command is null, Code, $"{Name} has a url or a command, not both.", at);
        Require(Url is null || (Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"), Code, "This is no address of the web.", at + "/url");
        Require(Command is null || Auth is null, Code, "auth goes with a url; give a command what it needs in env.", at + "/auth");
        Auth?.Check(Code, at + "/auth");
        Require(Bounds is { PerHour: >= 0, Parallel: >= 0, TimeoutSeconds: >= 1 and <= 3600 }, Code, "per_hour and parallel are 0 (no limit) or more, timeout_seconds 1 to 3600.", at + "/limits");
    }

    private static JsonElement Element(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException misfit)
        {
            throw new RuleViolationException(Code, $"MCP_SERVERS is no JSON: {misfit.Message}");
        }
    }
}

/// <summary>How a server is convinced: by a bearer token, given here or in an environment variable, or by OAuth.</summary>
/// <param name="BearerEnv">The variable's name, so that the token itself is in no configuration.</param>
/// <param name="OAuth">How tokens are come by.</param>
public sealed record McpAuth(string? Bearer = null, string? BearerEnv = null, [property: JsonPropertyName("oauth")] McpOAuth? OAuth = null)
{
    // names and values of records are written as text: a token is not
    public override string ToString() => OAuth is not null ? "OAuth" : BearerEnv is { } name ? $"the token in {name}" : "a token";

    public string? Token => Bearer ?? (BearerEnv is { } name ? Environment.GetEnvironmentVariable(name) : null);

    /// <summary>The variables whose values are nobody else's business.</summary>
    internal IEnumerable<string> SecretNames => [.. new[] { BearerEnv }.OfType<string>(), .. OAuth?.SecretNames ?? []];

    internal void Check(string code, string at)
    {
        Require(OAuth is null || (Bearer ?? BearerEnv) is null, code, "A server takes a bearer token or OAuth, not both.", at);
        OAuth?.Check(code, at + "/oauth");
    }
}

/// <summary>What a server is asked for at most.</summary>
/// <param name="PerHour">Calls within an hour, by all processes together; 0 is no limit.</param>
/// <param name="Parallel">Tasks of one process that need it at a time; 0 is no limit.</param>
/// <param name="TimeoutSeconds">How long one call may take.</param>
public sealed record McpLimits(int PerHour = 0, int Parallel = 0, int TimeoutSeconds = 60)
{
    public static readonly McpLimits Usual = new();
}
