using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Chimera.Domain;

/// <summary>Ids that follow from what they name, so that a second sight of the same thing meets the first.</summary>
public static class DerivedId
{
    private const int Hashed = 0x50, Timed = 0x80, TimeBytes = 6;

    /// <summary>
    /// A name-based id (RFC 9562, version 5) of <paramref name="name"/> within <paramref name="scope"/>. Where the scope carries its time (version 7, or
    /// derived from one), so does the id (version 8): what belongs together lies together in every index (ADR 0023).
    /// </summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 defines version 5 over SHA-1; it identifies, it does not protect.")]
    public static Guid Of(Guid scope, string name)
    {
        var bytes = scope.ToByteArray(bigEndian: true);
        var hash = SHA1.HashData([.. bytes, .. Encoding.UTF8.GetBytes(name)]);
        var timed = scope.Version is 7 or 8;
        if (timed) bytes.AsSpan(0, TimeBytes).CopyTo(hash);
        hash[6] = (byte)((hash[6] & 0x0F) | (timed ? Timed : Hashed));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    public static Guid OfResult(Guid taskId, int attempt) => Of(taskId, $"result/{attempt}");
    public static Guid OfModifiedResult(Guid hitlId) => Of(hitlId, "modified-result");
    public static Guid OfHitlItem(Guid resultId) => Of(resultId, "hitl");
    public static Guid OfTransaction(Guid resultId) => Of(resultId, "transaction");
    public static Guid OfModelCall(Guid subjectId, string purpose, string attempt) => Of(subjectId, $"model-call/{purpose}/{attempt}");
    public static Guid OfWalletClaim(string address) => Of(new Guid("6f2f6f60-4a52-5f0e-9f3b-5d6d1a1f5c01"), address.ToUpperInvariant());
}
