using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Ideogram;

/// <summary>Ideogram's errors under the codes of the specification.</summary>
internal static class IdeogramErrors
{
    private sealed record Refusal(string? Error, string? Detail, string? Message);

    public static ToolErrorException Of(Reply reply, DateTimeOffset now)
    {
        var refusal = reply.Try<Refusal>();
        var words = refusal?.Error ?? refusal?.Detail ?? refusal?.Message;
        var said = words is null ? "." : $": {Reply.Short(words)}";
        return (int)reply.Status switch
        {
            422 => new(ToolErrors.NsfwDetected, $"Ideogram refuses the prompt as unsafe{said}"),
            429 => new(ToolErrors.RateLimitExceeded, $"Ideogram wants to be asked less often{said}", reply.RetryAfter(now)),
            401 or 403 => new(ErrorTable.NotConfigured, $"Ideogram does not take IDEOGRAM_API_KEY{said}"),
            402 => new(ErrorTable.NotConfigured, $"The account at Ideogram has no credits{said}"),
            400 or 413 => new(CodeOf(words ?? ""), $"Ideogram does not take this{said}"),
            _ => reply.Unexpected(words)
        };
    }

    private static string CodeOf(string words) => words.Contains("safety", StringComparison.OrdinalIgnoreCase) ? ToolErrors.NsfwDetected
        : words.Contains("reference", StringComparison.OrdinalIgnoreCase) ? ToolErrors.InvalidArguments
        : ToolErrors.InvalidPrompt;
}
