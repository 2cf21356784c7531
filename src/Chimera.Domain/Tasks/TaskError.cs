namespace Chimera.Domain.Tasks;

/// <summary>Why an attempt failed (S2.1-40).</summary>
/// <param name="ErrorType">A code, such as <c>RATE_LIMIT</c>.</param>
/// <param name="RetryAfterSeconds">How long the platform wants to be left alone, where it says so.</param>
public sealed record TaskError(string ErrorType, string ErrorMessage, string? StackTrace = null, int? RetryAfterSeconds = null);

/// <summary>What the pipeline does about an error (specification 2.3).</summary>
public enum ErrorHandling { Retry, Revise, Escalate, Skip, PauseAgent, Fail }

/// <summary>The error codes of the tools and of the pipeline itself, and what is done about each.</summary>
public static class ErrorTable
{
    public const string Timeout = "TIMEOUT", WorkerError = "WORKER_ERROR", InvalidOutput = "INVALID_OUTPUT", Rejected = "REJECTED",
        DependencyFailed = "DEPENDENCY_FAILED", Cancelled = "CANCELLED", NotConfigured = "PLATFORM_NOT_CONFIGURED", OutcomeUnknown = "OUTCOME_UNKNOWN",
        Discarded = "DISCARDED", AuthFailed = "AUTH_FAILED";

    private const string RateLimit = "RATE_LIMIT", RateLimitExceeded = "RATE_LIMIT_EXCEEDED";

    private static readonly Dictionary<string, ErrorHandling> Handling = new()
    {
        [RateLimitExceeded] = ErrorHandling.Retry, [RateLimit] = ErrorHandling.Retry, [Timeout] = ErrorHandling.Retry,
        [WorkerError] = ErrorHandling.Retry, ["RPC_UNAVAILABLE"] = ErrorHandling.Retry, ["INVALID_PROMPT"] = ErrorHandling.Revise,
        [InvalidOutput] = ErrorHandling.Revise, [Rejected] = ErrorHandling.Revise, ["NSFW_DETECTED"] = ErrorHandling.Escalate,
        [OutcomeUnknown] = ErrorHandling.Escalate, ["DUPLICATE_CONTENT"] = ErrorHandling.Skip, [AuthFailed] = ErrorHandling.PauseAgent
    };

    /// <summary>An unknown code fails: nothing is repeated that is not known to be safe to repeat.</summary>
    public static ErrorHandling HandlingOf(string errorType) => Handling.GetValueOrDefault(errorType, ErrorHandling.Fail);

    /// <summary>The tool was asked too often, under either server's name for it: it has done nothing.</summary>
    public static bool IsRateLimit(string errorType) => errorType is RateLimit or RateLimitExceeded;
}
