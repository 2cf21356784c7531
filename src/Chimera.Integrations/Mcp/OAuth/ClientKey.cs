using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>The private key with which a client proves who it is.</summary>
internal static class ClientKey
{
    public static bool IsIn(string file)
    {
        try
        {
            return Read(File.ReadAllText(file)) is not null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>An elliptic or RSA key in PEM, with the algorithm that goes with it (RFC 7518, 3.1).</summary>
    /// <returns>Null when it is neither.</returns>
    public static SigningCredentials? Read(string pem)
    {
        if (Import(ECDsa.Create(), pem) is { } elliptic)
            return new(new ECDsaSecurityKey(elliptic), elliptic.KeySize switch { 384 => SecurityAlgorithms.EcdsaSha384, 521 => SecurityAlgorithms.EcdsaSha512, _ => SecurityAlgorithms.EcdsaSha256 });
        return Import(RSA.Create(), pem) is { } rsa ? new(new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha256) : null;
    }

    private static T? Import<T>(T key, string pem) where T : AsymmetricAlgorithm
    {
        try
        {
            key.ImportFromPem(pem);
            key.ExportPkcs8PrivateKey(); // a public key has none
            return key;
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }
}
