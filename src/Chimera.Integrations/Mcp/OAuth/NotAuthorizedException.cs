using System.Net;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>A server wants an operator's authorization, and there is none that it takes.</summary>
public sealed class NotAuthorizedException(string message) : Exception(message)
{
    /// <summary>What the failure means to a task, where the server does not let this client in: an operator has to see to it.</summary>
    /// <returns>Null for any other failure.</returns>
    internal static ToolException? In(Exception? failure, string server) => failure switch
    {
        null => null,
        NotAuthorizedException wanted => new(ErrorTable.AuthFailed, wanted.Message),
        NoTokenNowException => null,
        HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } refused => new(ErrorTable.AuthFailed, $"{server} does not let this client in: {refused.Message}"),
        _ => In(failure.InnerException, server)
    };
}
