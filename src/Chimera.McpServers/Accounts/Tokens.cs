using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chimera.Domain;

namespace Chimera.McpServers.Accounts;

/// <summary>What a platform gave for a refresh token: one that opens, and the next refresh token.</summary>
internal sealed record Tokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt)
{
    private const int NonceLength = 12, TagLength = 16;

    // names and values of records are written as text: tokens are not
    public override string ToString() => $"Tokens until {ExpiresAt:O}";

    public bool OpensAt(DateTimeOffset now, string? rejected) => AccessToken != rejected && ExpiresAt > now.AddMinutes(1);

    /// <summary>Sealed with a key that follows from the grant's first refresh token: who reads the database alone learns nothing.</summary>
    public byte[] Seal(string firstRefreshToken)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(this, ChimeraJson.Stored);
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(KeyOf(firstRefreshToken), TagLength);
        cipher.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return box;
    }

    public static Tokens Open(byte[] box, string firstRefreshToken)
    {
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(KeyOf(firstRefreshToken), TagLength);
        cipher.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), plain);
        return JsonSerializer.Deserialize<Tokens>(plain, ChimeraJson.Stored)!;
    }

    /// <summary>Names the grant in the database without telling its token.</summary>
    public static string GrantIdOf(string firstRefreshToken) => Convert.ToHexStringLower(Derive(firstRefreshToken, "chimera-mcp grant id"));

    private static byte[] KeyOf(string firstRefreshToken) => Derive(firstRefreshToken, "chimera-mcp grant key");

    private static byte[] Derive(string token, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), 32, info: Encoding.UTF8.GetBytes(purpose));
}
