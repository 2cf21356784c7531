namespace Chimera.Api.Cli;

/// <summary>What was asked for cannot be asked like this; nothing was sent.</summary>
public sealed class UsageException(string message) : Exception(message);
