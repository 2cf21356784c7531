using System.Text.Json;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>Instagram's errors, which are told by a code and a subcode, under the codes of the specification.</summary>
internal static class InstagramErrors
{
    private const int SuspectedSpam = 2207051, DailyLimit = 2207042, Restricted = 2207050;

    private sealed record Answer(Failure? Error);

    private sealed record Failure(string? Message, int Code, int ErrorSubcode, bool IsTransient, string? ErrorUserMsg);

    private sealed record Usage(int EstimatedTimeToRegainAccess);

    public static ToolErrorException Of(Reply reply, DateTimeOffset now)
    {
        if (reply.Try<Answer>()?.Error is not { } failure) return reply.TooMany(now) ?? reply.Unexpected(null);
        var words = $"Instagram: {Reply.Short(failure.ErrorUserMsg ?? failure.Message ?? "it does not say why")} ({failure.Code}/{failure.ErrorSubcode})";
        return CodeOf(failure) switch
        {
            ToolErrors.RateLimit => new(ToolErrors.RateLimit, words, reply.RetryAfter(now) ?? Regained(reply)),
            { } code => new(code, words),
            null => reply.Unexpected(words)
        };
    }

    private static string? CodeOf(Failure failure) => failure switch
    {
        { ErrorSubcode: SuspectedSpam or Restricted } => ToolErrors.AuthFailed,
        { ErrorSubcode: DailyLimit } => ToolErrors.RateLimit,
        { Code: 190 or 102 or 10 or 3 or 25 or (>= 200 and < 300) } => ToolErrors.AuthFailed,
        { Code: 4 or 9 or 17 or 32 or 613 or (>= 80000 and < 80100) } => ToolErrors.RateLimit,
        { IsTransient: true } or { Code: <= 2 or 9007 } => null,
        _ => ToolErrors.InvalidArguments
    };

    /// <summary>Instagram says in a header of its own in how many minutes it will listen again.</summary>
    private static int? Regained(Reply reply)
    {
        if (!reply.Headers.TryGetValues("X-Business-Use-Case-Usage", out var values)) return null;
        try
        {
            var usages = JsonSerializer.Deserialize<Dictionary<string, Usage[]>>(values.First(), Reply.Wire)!;
            var minutes = usages.Values.SelectMany(usage => usage).Select(usage => usage.EstimatedTimeToRegainAccess).DefaultIfEmpty().Max();
            return minutes is > 0 and <= 1440 ? minutes * 60 : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
