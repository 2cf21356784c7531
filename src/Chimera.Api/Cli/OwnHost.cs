using Chimera.Api.Hosting;

namespace Chimera.Api.Cli;

/// <summary>A host inside this process.</summary>
internal static class OwnHost
{
    /// <summary>The settings of the environment; a port that is taken is named before anything is started.</summary>
    /// <param name="choosePort">Another free port will do, unless one was asked for.</param>
    public static HostSettings Settings(bool choosePort, Action<string> say)
    {
        var settings = FromEnvironment();
        var free = LoopbackPort.Free(settings.Port);
        if (free == settings.Port || settings.Port == 0) return Listening(settings, free);
        if (!choosePort || Given("CHIMERA_PORT")) throw new PortTakenException(settings.Port);
        say($"Port {settings.Port} is taken; port {free} is used instead. CHIMERA_PORT sets another.");
        return Listening(settings, free);
    }

    public static Task<ChimeraHost> Start(HostSettings settings, CancellationToken cancellation) => ChimeraHost.Start(settings, cancellation: cancellation);

    public static Uri UrlOf(HostSettings settings) => new($"http://127.0.0.1:{settings.Port}");

    private static HostSettings Listening(HostSettings settings, int port) =>
        settings with { Port = port, PublicUrl = Given("CHIMERA_PUBLIC_URL") ? settings.PublicUrl : $"http://127.0.0.1:{port}" };

    private static bool Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    public static HostSettings FromEnvironment()
    {
        try
        {
            return HostSettings.FromEnvironment() is { Port: >= 0 and <= 65535 } settings ? settings : throw new FormatException();
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new UsageException("CHIMERA_PORT is not the number of a port.");
        }
    }
}

/// <summary>Somebody else listens where this host was to listen.</summary>
internal sealed class PortTakenException(int port) : Exception($"Port {port} is taken. Stop what listens there, or set CHIMERA_PORT to another port.");
