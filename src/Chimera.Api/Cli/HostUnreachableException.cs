namespace Chimera.Api.Cli;

/// <summary>No Chimera answers where one was looked for.</summary>
public sealed class HostUnreachableException(Uri url, string why, Exception? cause = null)
    : Exception($"No Chimera answers at {url.GetLeftPart(UriPartial.Authority)} ({why}). Start one with `chimera serve`, or name another with --url or CHIMERA_URL.", cause);
