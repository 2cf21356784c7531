using System.Globalization;

namespace Chimera.Api.Hosting;

/// <summary>What the operator may wish for: whose binaries, which port.</summary>
public sealed record EmbeddedPostgresOptions(string? Binaries = null, int? Port = null)
{
    public const string BinariesVariable = "CHIMERA_POSTGRES_BIN";
    public const string PortVariable = "CHIMERA_PG_PORT";

    public static EmbeddedPostgresOptions FromEnvironment() => new(
        Environment.GetEnvironmentVariable(BinariesVariable) is { Length: > 0 } folder ? folder : null,
        Environment.GetEnvironmentVariable(PortVariable) is { Length: > 0 } port ? Parse(port) : null);

    private static int Parse(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ushort.MaxValue
            ? number
            : throw new EmbeddedPostgresException($"{PortVariable} is '{port}'; it must be a port number from 1 to {ushort.MaxValue}.");
}
