namespace Chimera.Api.Cli;

/// <summary>What the command line returns to its caller; explained in docs/command-line.md.</summary>
public static class ExitCode
{
    public const int Ok = 0, Refused = 1, Usage = 2, Unreachable = 3, EndedBadly = 4, Interrupted = 130;
}
