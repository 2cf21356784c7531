using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Chimera.Domain.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chimera.McpServers.Calls;

/// <summary>A failed call as it is told: a code of the specification, a sentence, and whether trying again may help.</summary>
/// <param name="Pointer">The offending argument, where a rule names one.</param>
/// <param name="TraceId">Under which the log tells more.</param>
internal sealed record ToolError(string Code, string Message, bool Retryable, int? RetryAfterSeconds, string? Pointer = null, string? TraceId = null);

/// <summary>A tool refuses, or its back end does.</summary>
internal sealed class ToolErrorException(string code, string message, int? retryAfterSeconds = null) : Exception(message)
{
    public ToolError Error { get; } = new(code, message, ToolErrors.IsRetryable(code), retryAfterSeconds);
}

/// <summary>The error codes of the tools (specification 2.3, X-31), and the one shape in which all of them are answered.</summary>
internal static class ToolErrors
{
    public const string InvalidArguments = "INVALID_ARGUMENTS", InvalidPrompt = "INVALID_PROMPT", NsfwDetected = "NSFW_DETECTED",
        DuplicateContent = "DUPLICATE_CONTENT", VectorStoreUnavailable = "VECTOR_STORE_UNAVAILABLE", InvalidFilter = "INVALID_FILTER",
        PolicyDenied = "POLICY_DENIED", AuthFailed = "AUTH_FAILED", RateLimit = "RATE_LIMIT", RateLimitExceeded = "RATE_LIMIT_EXCEEDED";

    public const string MetaField = "io.chimera/error";

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static bool IsRetryable(string code) => ErrorTable.HandlingOf(code) == ErrorHandling.Retry || code == VectorStoreUnavailable;

    // no structuredContent: clients hold it against the output schema, errors too
    public static CallToolResult ToResult(ToolError error)
    {
        var body = JsonSerializer.SerializeToNode(error, Wire)!;
        return new()
        {
            IsError = true,
            Content = [new TextContentBlock { Text = new JsonObject { ["error"] = body.DeepClone() }.ToJsonString() }],
            Meta = new JsonObject { [MetaField] = body }
        };
    }

    /// <summary>For resources, which have no result that says "failed".</summary>
    public static McpProtocolException ToException(ToolError error, McpErrorCode code)
    {
        var exception = new McpProtocolException($"{error.Code}: {error.Message}", code);
        exception.Data[MetaField] = JsonSerializer.SerializeToElement(error, Wire);
        return exception;
    }
}
