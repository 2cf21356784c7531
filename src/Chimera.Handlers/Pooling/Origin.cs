using Wolverine;

namespace Chimera.Handlers.Pooling;

/// <summary>In whose name work is done; on every event and message that comes of it.</summary>
public readonly record struct Origin(string? User = null, string? Source = null, string? IpAddress = null, string? UserAgent = null)
{
    public const string UserHeader = "user", SourceHeader = "source", IpAddressHeader = "ip_address", UserAgentHeader = "user_agent";

    /// <summary>Of a message between stages: where the request came from is known of its own events only.</summary>
    public static Origin Of(Envelope envelope) => new(Header(envelope, UserHeader), Header(envelope, SourceHeader));

    private static string? Header(Envelope envelope, string name) => envelope.TryGetHeader(name, out var value) ? value : null;
}
