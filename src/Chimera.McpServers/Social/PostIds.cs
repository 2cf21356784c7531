using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chimera.Domain.Tasks;

namespace Chimera.McpServers.Social;

/// <summary>Ids of the sandbox network's posts, as each platform writes them. They follow from the idempotency key, so that a repeat meets its own id.</summary>
internal static class PostIds
{
    public static string Of(Platform platform, string idempotencyKey, Guid agentId) => platform switch
    {
        Platform.Twitter => Digits(idempotencyKey, 19),
        Platform.Instagram => $"{Digits(idempotencyKey, 17)}_{Digits(agentId.ToString(), 11)}",
        _ => "7" + Digits(idempotencyKey, 18)
    };

    public static string Digits(string from, int count)
    {
        var number = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(from))) % (ulong)Math.Pow(10, count - 1);
        return "1" + number.ToString(CultureInfo.InvariantCulture).PadLeft(count - 1, '0');
    }
}
