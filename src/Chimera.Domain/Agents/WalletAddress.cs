using System.Text;

namespace Chimera.Domain.Agents;

/// <summary>Ethereum and Base addresses.</summary>
public static class WalletAddress
{
    /// <summary>
    /// True for <c>0x</c> and 40 hex digits whose upper and lower case is the checksum of EIP-55, or which carry no checksum at all
    /// (all digits of one case), as EIP-55 allows.
    /// </summary>
    public static bool IsValid(string address)
    {
        if (address.Length != 42 || !address.StartsWith("0x", StringComparison.Ordinal)) return false;
        var digits = address[2..];
        if (!digits.All(char.IsAsciiHexDigit)) return false;
        var unmarked = !digits.Any(char.IsAsciiLetterUpper) || !digits.Any(char.IsAsciiLetterLower);
        return unmarked || digits == Checksummed(digits);
    }

    private static string Checksummed(string digits)
    {
        var lower = digits.ToLowerInvariant();
        var hash = Convert.ToHexString(Keccak256.Hash(Encoding.ASCII.GetBytes(lower)));
        return string.Concat(lower.Select((digit, i) => hash[i] >= '8' ? char.ToUpperInvariant(digit) : digit));
    }
}
