using System.Net.Http.Json;
using ModelContextProtocol;
using ModelContextProtocol.Authentication;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>What a server says of itself as a protected resource (RFC 9728).</summary>
internal static class ResourceMetadata
{
    private const string WellKnown = "/.well-known/oauth-protected-resource";

    /// <summary>Reads it from below the server's path, or else from its root.</summary>
    /// <exception cref="NotAuthorizedException">There is none, it is of another resource, or it names no authorization server.</exception>
    /// <exception cref="NoTokenNowException">The server cannot say it now.</exception>
    public static async Task<ProtectedResourceMetadata> Of(Uri server, HttpClient http, CancellationToken cancellation)
    {
        var origin = server.GetLeftPart(UriPartial.Authority);
        foreach (var address in new[] { origin + WellKnown + server.AbsolutePath.TrimEnd('/'), origin + WellKnown })
        {
            using var reply = await http.GetAsync(address, cancellation);
            if (NoTokenNowException.Is(reply.StatusCode)) throw new NoTokenNowException($"{address} answers {(int)reply.StatusCode}.");
            if (!reply.IsSuccessStatusCode) continue;
            var metadata = await reply.Content.ReadFromJsonAsync<ProtectedResourceMetadata>(McpJsonUtilities.DefaultOptions, cancellation);
            if (metadata?.Resource is not { } resource || !IsWithin(server.AbsoluteUri, resource.TrimEnd('/')))
                throw new NotAuthorizedException($"{address} speaks of another resource than {server}: {metadata?.Resource}");
            return metadata.AuthorizationServers.Count > 0 ? metadata : throw new NotAuthorizedException($"{address} names no authorization server.");
        }
        throw new NotAuthorizedException($"{server} does not say which authorization server it has (RFC 9728).");
    }

    private static bool IsWithin(string server, string resource) => server.TrimEnd('/') == resource || server.StartsWith(resource + "/", StringComparison.Ordinal);
}
