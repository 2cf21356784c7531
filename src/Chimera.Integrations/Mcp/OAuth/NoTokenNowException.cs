using System.Net;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>There is no token at the moment; nobody has refused one.</summary>
public sealed class NoTokenNowException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>An answer that says nothing of whether the question was a good one.</summary>
    internal static bool Is(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    internal static bool IsIn(Exception? failure) => failure is not null && (failure is NoTokenNowException || IsIn(failure.InnerException));
}
