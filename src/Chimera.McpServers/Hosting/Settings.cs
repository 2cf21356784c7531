using System.Net;
using Chimera.Api.Hosting;
using Chimera.McpServers.Media;

namespace Chimera.McpServers.Hosting;

internal enum Backend { Sandbox, Real }

/// <summary>The program was started in a way that cannot work.</summary>
internal sealed class StartException(string message) : Exception(message);

/// <summary>What the environment says.</summary>
internal sealed record Settings(Backend Backend, string? Database, string MediaFolder, string MediaUrl, string SandboxUrl, LogLevel Log)
{
    /// <summary>What else is there, for the real back ends.</summary>
    public required Variables Variables { get; init; }

    // names and values of records are written as text: connection strings and tokens are not
    public override string ToString() => $"{Backend} at {Address}, media at {MediaUrl}";

    public const string DefaultUrl = "http://127.0.0.1:8000";

    /// <summary>Where media are kept instead of the folder; null for the folder.</summary>
    public BucketSettings? Bucket { get; init; }

    /// <summary>Callers over HTTP show it; null lets everybody in who reaches the loopback address.</summary>
    public string? Token { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Host names by which callers and web pages may come, besides those of the loopback address.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public static Settings FromEnvironment(Func<string, string?> environment)
    {
        var variables = new Variables(environment);
        var publicUrl = Value("CHIMERA_PUBLIC_URL") ?? DefaultUrl;
        var backend = Backends(Value("CHIMERA_MCP_BACKEND"));
        var database = Value("DATABASE_URL");
        if (backend == Backend.Sandbox && database is null)
            throw new StartException("The sandbox keeps its things in Postgres: set DATABASE_URL (postgres://user:password@host:port/database).");
        return new(backend, database is null ? null : DatabaseUrl.ToConnectionString(database), Value("Media__Folder") ?? ".chimera/media",
            Value("Media__PublicUrl") ?? publicUrl, Value("Sandbox__PublicUrl") ?? publicUrl, Level(Value("CHIMERA_LOG")))
        {
            Variables = variables, Bucket = BucketSettings.Read(Value), Token = Value("CHIMERA_MCP_TOKEN"), Address = AddressOf(Value("CHIMERA_MCP_ADDRESS")),
            Hosts = Value("CHIMERA_MCP_HOSTS")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []
        };

        string? Value(string name) => variables.Find(name);
    }

    /// <summary>An address that others reach needs a token.</summary>
    public void RequireSafeAddress()
    {
        if (Token is null && !IPAddress.IsLoopback(Address))
            throw new StartException($"CHIMERA_MCP_ADDRESS is {Address}, which others can reach: set CHIMERA_MCP_TOKEN.");
    }

    private static Backend Backends(string? word) => word switch
    {
        null or "sandbox" => Backend.Sandbox,
        "real" => Backend.Real,
        _ => throw new StartException($"CHIMERA_MCP_BACKEND is '{word}'; it must be sandbox or real.")
    };

    private static IPAddress AddressOf(string? text) => text is null ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address : throw new StartException($"CHIMERA_MCP_ADDRESS is '{text}'; it must be an IP address.");

    private static LogLevel Level(string? word) => word is null ? LogLevel.Warning
        : Enum.TryParse<LogLevel>(word, ignoreCase: true, out var level) ? level : throw new StartException($"CHIMERA_LOG is '{word}'; it must be a log level.");
}
