using Chimera.McpServers.Accounts;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>
/// The tokens of the accounts. A long-lived one opens for 60 days, and can be exchanged for another from its second day on until then (Instagram Platform,
/// <c>refresh_access_token</c>): half its time is let go by.
/// </summary>
internal sealed class InstagramTokens(PlatformClient web, Grants grants, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public Task<string> Of(InstagramAccount account, CancellationToken cancellation) => grants.AccessToken(account.AccessToken, rejected: null, Renew, cancellation);

    /// <summary>One that cannot be renewed, because it is too young or too old, is kept for a day: what it is used for says which.</summary>
    private async Task<Tokens> Renew(string known)
    {
        var now = clock.GetUtcNow();
        var answer = await Ask(known);
        return answer is { AccessToken: { } token } ? new(token, token, now + TimeSpan.FromSeconds(Math.Max(answer.ExpiresIn / 2, Patience.TotalSeconds))) : new(known, known, now + Patience);
    }

    private async Task<TokenAnswer?> Ask(string known)
    {
        try
        {
            // the only request that the platform documents with the token in the address; addresses are written to no log with their query
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/refresh_access_token?grant_type=ig_refresh_token&access_token={Uri.EscapeDataString(known)}");
            var reply = await web.Send(request, Effect.None, CancellationToken.None);
            return reply.IsGood ? reply.Try<TokenAnswer>() : null;
        }
        catch (ToolErrorException)
        {
            return null;
        }
    }
}
