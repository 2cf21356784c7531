using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Chimera.McpServers.Hosting;

/// <summary>Who may call over HTTP: no web page from elsewhere, no name that merely resolves to here, and nobody without the token where there is one.</summary>
/// <param name="hosts">Host names by which callers and web pages may come, besides those of the loopback address.</param>
/// <param name="token">What a caller has to show; null lets everybody in who reaches the address.</param>
internal sealed class Access(string realm, IReadOnlyList<string> hosts, string? token)
{
    private const string Scheme = "Bearer ";

    public Task Check(HttpContext http, RequestDelegate next)
    {
        if (!Knows(http.Request.Host.Host) || !http.Request.Headers.Origin.All(KnowsOrigin)) return Refuse(http, StatusCodes.Status403Forbidden);
        if (token is null || Shows(http.Request.Headers.Authorization.ToString(), token)) return next(http);
        var shown = http.Request.Headers.Authorization.Count > 0;
        http.Response.Headers.WWWAuthenticate = shown ? $"""Bearer realm="{realm}", error="invalid_token" """.TrimEnd() : $"""Bearer realm="{realm}" """.TrimEnd();
        return Refuse(http, StatusCodes.Status401Unauthorized);
    }

    private bool Knows(string host) => host is "localhost" or "[::1]" || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)
        || hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private bool KnowsOrigin(string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && Knows(uri.Host);

    // hashes are compared, so that the time taken says neither length nor beginning of the token
    private static bool Shows(string authorization, string token) => authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) &&
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim())),
            SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Task.CompletedTask;
    }
}
