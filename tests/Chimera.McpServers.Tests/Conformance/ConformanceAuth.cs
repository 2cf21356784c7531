using System.Text.Json;
using Chimera.Integrations.Mcp.OAuth;

namespace Chimera.McpServers.Tests.Conformance;

/// <summary>What an operator would write under <c>auth</c> for a scenario, with the credentials that the suite hands over.</summary>
internal static class ConformanceAuth
{
    private const string Secret = "CONFORMANCE_CLIENT_SECRET";

    public static McpOAuth Of(string scenario)
    {
        var given = Environment.GetEnvironmentVariable("MCP_CONFORMANCE_CONTEXT") is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];
        Environment.SetEnvironmentVariable(Secret, given.GetValueOrDefault("client_secret"));
        var known = new McpOAuth(ClientId: given.GetValueOrDefault("client_id"), ClientSecretEnv: given.ContainsKey("client_secret") ? Secret : null);
        return scenario switch
        {
            "auth/client-credentials-jwt" => known with { Grant = OAuthGrant.ClientCredentials, PrivateKeyFile = FileOf(given["private_key_pem"]) },
            "auth/client-credentials-basic" => known with { Grant = OAuthGrant.ClientCredentials },
            "auth/cross-app-access-complete-flow" =>
                known with { Grant = OAuthGrant.JwtBearer, IdentityProvider = new(given["idp_token_endpoint"], given["idp_client_id"], FileOf(given["idp_id_token"])) },
            _ => known with { ClientMetadata = "https://conformance-test.local/client-metadata.json" }
        };
    }

    private static string FileOf(string content)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);
        return file;
    }
}
