using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Accounts;

/// <summary>The answer of a token endpoint (RFC 6749, 5.1 and 5.2).</summary>
internal sealed record TokenAnswer(string? AccessToken, string? RefreshToken, int ExpiresIn, string? Error, string? ErrorDescription)
{
    private const int LongestSeconds = 31_536_000;

    // names and values of records are written as text: tokens are not
    public override string ToString() => Error ?? $"tokens for {ExpiresIn} s";

    /// <summary>Asks for new tokens. Not to be called off by the one who waits: the old refresh token may be spent already.</summary>
    public static async Task<Tokens> Ask(PlatformClient web, string platform, HttpRequestMessage request, string refreshToken, TimeProvider clock)
    {
        var reply = await web.Send(request, Effect.None, CancellationToken.None);
        var answer = reply.Try<TokenAnswer>();
        var now = clock.GetUtcNow();
        if (reply.IsGood && answer is { AccessToken: { } access })
            return new(access, answer.RefreshToken ?? refreshToken, now.AddSeconds(Math.Clamp(answer.ExpiresIn, 60, LongestSeconds)));
        if ((int)reply.Status == 429)
            throw new ToolErrorException(ToolErrors.RateLimit, $"{platform} wants to be asked for tokens less often.", reply.RetryAfter(now, "x-rate-limit-reset"));
        if ((int)reply.Status >= 500 || answer?.Error is null) throw reply.Unexpected("no tokens");
        throw Refusal(platform, reply, answer.Error);
    }

    private static ToolErrorException Refusal(string platform, Reply reply, string error) => error switch
    {
        "invalid_client" or "unauthorized_client" => new(ErrorTable.NotConfigured, $"{platform} does not let the app in ({error})."),
        "server_error" or "temporarily_unavailable" => reply.Unexpected(error),
        _ => new(ToolErrors.AuthFailed, $"{platform} refuses the refresh token ({Reply.Short(error)}): the account must be authorised again.")
    };
}
