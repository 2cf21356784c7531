using System.Security.Cryptography;
using System.Text;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>What is stored so that who reads the database alone learns nothing: AES-256-GCM, with a key that follows from a secret and a purpose (HKDF-SHA-256, RFC 5869).</summary>
internal static class SealedBox
{
    private const int NonceLength = 12, TagLength = 16, KeyLength = 32;

    /// <returns>Nonce, tag and ciphertext: 28 bytes more than was given.</returns>
    public static byte[] Seal(ReadOnlySpan<byte> plain, string secret, string purpose)
    {
        var box = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(Derive(secret, purpose), TagLength);
        cipher.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength));
        return box;
    }

    /// <exception cref="AuthenticationTagMismatchException">It was sealed with another secret, or for another purpose, or was changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> box, string secret, string purpose)
    {
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(Derive(secret, purpose), TagLength);
        cipher.Decrypt(box[..NonceLength], box[(NonceLength + TagLength)..], box.Slice(NonceLength, TagLength), plain);
        return plain;
    }

    /// <summary>A name that tells neither the secret nor, to who does not have it, the purpose: 64 hexadecimal digits.</summary>
    public static string NameOf(string secret, string purpose) => Convert.ToHexStringLower(Derive(secret, purpose));

    private static byte[] Derive(string secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyLength, info: Encoding.UTF8.GetBytes(purpose));
}
