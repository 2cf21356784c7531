using Chimera.McpServers.Accounts;

namespace Chimera.McpServers.Twitter;

/// <summary>An entry of <c>TWITTER_ACCOUNTS</c>.</summary>
/// <param name="RefreshToken">Of OAuth 2 with the scopes tweet.read, tweet.write, users.read, media.write and offline.access.</param>
internal sealed record TwitterAccount(string Handle, string RefreshToken) : IAccount
{
    public string Handle { get; } = Handle.TrimStart('@');

    public override string ToString() => $"@{Handle}";
}

/// <summary>The app at X; a public one has no secret.</summary>
internal sealed record TwitterApp(string ClientId, string? ClientSecret)
{
    public override string ToString() => ClientId;
}
