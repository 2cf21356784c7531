using System.Web;
using Chimera.Domain;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Where an authorization server has sent the browser (RFC 6749, 4.1.2).</summary>
internal static class Redirected
{
    public const string Refused = "authorization.refused";

    public static bool SaysAnything(Uri address) => HttpUtility.ParseQueryString(address.Query) is var said && (said["code"] ?? said["error"]) is { Length: > 0 };

    /// <exception cref="RuleViolationException"><c>authorization.refused</c>: the operator or the server has said no.</exception>
    public static AuthorizationResult Read(Uri address)
    {
        var said = HttpUtility.ParseQueryString(address.Query);
        return said["error"] is { } error ? throw new RuleViolationException(Refused, $"The authorization server says {error}. {said["error_description"]}".TrimEnd())
            : new() { Code = said["code"], State = said["state"], Iss = said["iss"] };
    }
}
