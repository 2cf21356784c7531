using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.TikTok;

/// <summary>TikTok's errors, and its reasons why a post failed later, under the codes of the specification.</summary>
internal static class TikTokErrors
{
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["access_token_invalid"] = ToolErrors.AuthFailed, ["scope_not_authorized"] = ToolErrors.AuthFailed, ["scope_permission_missed"] = ToolErrors.AuthFailed,
        ["auth_removed"] = ToolErrors.AuthFailed, ["spam_risk_user_banned_from_posting"] = ToolErrors.AuthFailed, ["spam_risk"] = ToolErrors.AuthFailed,
        ["rate_limit_exceeded"] = ToolErrors.RateLimit, ["spam_risk_too_many_posts"] = ToolErrors.RateLimit, ["spam_risk_too_many_pending_share"] = ToolErrors.RateLimit,
        ["reached_active_user_cap"] = ToolErrors.RateLimit,
        ["unaudited_client_can_only_post_to_private_accounts"] = ErrorTable.NotConfigured, ["url_ownership_unverified"] = ErrorTable.NotConfigured,
        ["privacy_level_option_mismatch"] = ErrorTable.NotConfigured,
        ["invalid_param"] = ToolErrors.InvalidArguments, ["invalid_params"] = ToolErrors.InvalidArguments, ["invalid_file_upload"] = ToolErrors.InvalidArguments,
        ["file_format_check_failed"] = ToolErrors.InvalidArguments, ["duration_check_failed"] = ToolErrors.InvalidArguments,
        ["frame_rate_check_failed"] = ToolErrors.InvalidArguments, ["picture_size_check_failed"] = ToolErrors.InvalidArguments, ["spam_risk_text"] = ToolErrors.InvalidArguments
    };

    public static ToolErrorException Of(Reply reply, TikTokError? error, DateTimeOffset now)
    {
        if (error?.Code is not { } code || !Codes.TryGetValue(code, out var known))
            return reply.TooMany(now) ?? reply.Unexpected(error?.Message ?? error?.Code);
        return new(known, $"TikTok: {code} {Reply.Short(error.Message ?? "")}".TrimEnd(), known == ToolErrors.RateLimit ? reply.RetryAfter(now) : null);
    }

    /// <summary>Of a post that TikTok took and then did not publish: nothing is out, and a new attempt may be made where the cause may pass.</summary>
    public static ToolErrorException Failed(string? reason) =>
        new(Codes.GetValueOrDefault(reason ?? "", ErrorTable.WorkerError), $"TikTok did not publish the post: {Reply.Short(reason ?? "it does not say why")}");
}
