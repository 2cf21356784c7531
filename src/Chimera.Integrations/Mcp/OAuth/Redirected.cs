using System.Web;
using Chimera.Domain;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Where an authorization server has sent the browser (RFC 6749, 4.1.2).</summary>
internal static class Redirected
{
    private const string Code = "authorization.refused";

    /// <exception cref="RuleViolationException"><c>authorization.refused</c>: the operator or the server has said no, or nothing was said.</exception>
    public static AuthorizationResult Read(Uri address)
    {
        var said = HttpUtility.ParseQueryString(address.Query);
        if (said["error"] is { } error) throw new RuleViolationException(Code, $"The authorization server says {error}. {said["error_description"]}".TrimEnd());
        return said["code"] is { Length: > 0 } code ? new() { Code = code, State = said["state"], Iss = said["iss"] }
            : throw new RuleViolationException(Code, "The address has no code in it: give the one that the browser shows in the end.", "/redirected");
    }
}
