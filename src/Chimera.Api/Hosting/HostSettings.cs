using System.Globalization;
using Chimera.Api.Hosting.Rabbit;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Models;
using Chimera.Integrations.Queues;

namespace Chimera.Api.Hosting;

/// <summary>Where this host keeps its things and listens; every value can be set by environment, so that two hosts run side by side.</summary>
public sealed record HostSettings(string Home, int Port, string PublicUrl, string PersonasFolder, string MediaFolder, string ConnectionString = "",
    bool Migrates = true)
{
    public const int DefaultPort = 8000;

    // names and values of records are written as text: connection strings are not
    public override string ToString() => $"port {Port}, {PublicUrl}, home {Home}";

    public Roles Roles { get; init; } = Roles.All;

    /// <summary>Where the broker is; empty when the stages' queues are in the database.</summary>
    public string RabbitUrl { get; init; } = "";

    /// <summary>The broker, once it has answered.</summary>
    public RabbitBroker? Broker { get; init; }

    public RedisOptions Redis { get; init; } = new();

    /// <summary>Tool servers beside, or in place of, the platform's own.</summary>
    public IReadOnlyList<McpServerSettings> McpServers { get; init; } = [];

    /// <summary>From which the keys follow that seal what is stored; null where nothing is.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Which models plan, work and judge.</summary>
    public ModelSettings Models { get; init; } = ModelSettings.Offline;

    /// <summary>The database given by <c>DATABASE_URL</c>, as an Npgsql connection string; null when the embedded one is wanted.</summary>
    public static string? DatabaseFromEnvironment() =>
        Environment.GetEnvironmentVariable("DATABASE_URL") is { Length: > 0 } url ? DatabaseUrl.ToConnectionString(url) : null;

    public static HostSettings FromEnvironment()
    {
        var home = Path.GetFullPath(Value("CHIMERA_HOME") ?? ".chimera");
        var port = int.Parse(Value("CHIMERA_PORT") ?? DefaultPort.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new(home, port, Value("CHIMERA_PUBLIC_URL") ?? $"http://127.0.0.1:{port}",
            Path.GetFullPath(Value("CHIMERA_PERSONAS") ?? Path.Combine(home, "personas")), Path.GetFullPath(Value("CHIMERA_MEDIA") ?? Path.Combine(home, "media")),
            Migrates: MigratesBy(Value("CHIMERA_MIGRATE")))
        {
            Roles = RoleWords.Parse(Value("CHIMERA_ROLES")),
            RabbitUrl = Value("RABBITMQ_URL") ?? "",
            Redis = RedisLists.FromEnvironment(Value),
            McpServers = SettingRules.Keep(() => McpServerSettings.Parse(Value("MCP_SERVERS"))),
            Secret = Value(McpSetup.Secret) is { } secret ? new(secret) : null,
            Models = SettingRules.Keep(() => ModelSettings.Read(Value))
        };
    }

    /// <summary>A word that is misspelt must not change a database that was to be left alone.</summary>
    private static bool MigratesBy(string? word) => word switch
    {
        null or "on" => true,
        "off" => false,
        _ => throw new MigrationException("db.setting", $"CHIMERA_MIGRATE is '{word}'; it must be on or off.")
    };

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
