using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Twitter;

/// <summary>X's errors under the codes of the specification.</summary>
internal static class TwitterErrors
{
    // the day's limit of an account or an app tells more than that of the quarter of an hour
    private static readonly string[] Windows = ["x-user-limit-24hour", "x-app-limit-24hour", "x-rate-limit"];

    public static ToolErrorException Of(Reply reply, DateTimeOffset now)
    {
        var problem = reply.Try<XProblem>();
        var words = problem?.Errors is [{ Message: { } first }, ..] ? first : problem?.Detail ?? problem?.Title;
        var said = words is null ? "" : $": {Reply.Short(words)}";
        return (int)reply.Status switch
        {
            429 => new(ToolErrors.RateLimit, $"X wants to be asked less often{said}", reply.RetryAfter(now, ExhaustedWindows(reply))),
            401 => new(ToolErrors.AuthFailed, $"X does not let the account in{said}"),
            402 => new(ErrorTable.NotConfigured, $"The app at X has no credits{said}"),
            403 => new(CodeOfForbidden(problem?.Detail ?? ""), $"X refuses{said}"),
            >= 400 and < 500 and not 408 => new(ToolErrors.InvalidArguments, $"X does not take this{said}"),
            _ => reply.Unexpected(words)
        };
    }

    private static string CodeOfForbidden(string detail) =>
        detail.Contains("duplicate content", StringComparison.OrdinalIgnoreCase) ? ToolErrors.DuplicateContent
        : detail.Contains("deleted or not visible", StringComparison.OrdinalIgnoreCase) ? ToolErrors.InvalidArguments
        : ToolErrors.AuthFailed;

    private static string[] ExhaustedWindows(Reply reply) =>
    [
        .. Windows.Where(window => reply.Headers.TryGetValues($"{window}-remaining", out var left) && left.First() == "0").Select(window => $"{window}-reset"),
        "x-rate-limit-reset"
    ];
}
