using System.Text.Json;
using Chimera.Domain;
using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.McpServers.Accounts;

/// <summary>What a platform gave for a refresh token: one that opens, and the next refresh token.</summary>
internal sealed record Tokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt)
{
    private const string KeyPurpose = "chimera-mcp grant key";

    // names and values of records are written as text: tokens are not
    public override string ToString() => $"Tokens until {ExpiresAt:O}";

    public bool OpensAt(DateTimeOffset now, string? rejected) => AccessToken != rejected && ExpiresAt > now.AddMinutes(1);

    /// <summary>Sealed with a key that follows from the grant's first refresh token: who reads the database alone learns nothing.</summary>
    public byte[] Seal(string firstRefreshToken) => SealedBox.Seal(JsonSerializer.SerializeToUtf8Bytes(this, ChimeraJson.Stored), firstRefreshToken, KeyPurpose);

    public static Tokens Open(byte[] box, string firstRefreshToken) =>
        JsonSerializer.Deserialize<Tokens>(SealedBox.Open(box, firstRefreshToken, KeyPurpose), ChimeraJson.Stored)!;

    /// <summary>Names the grant in the database without telling its token.</summary>
    public static string GrantIdOf(string firstRefreshToken) => SealedBox.NameOf(firstRefreshToken, "chimera-mcp grant id");
}
