using Chimera.McpServers.Hosting;

namespace Chimera.Api.Hosting;

/// <summary>Who may use the host: the same for REST, GraphQL and MCP.</summary>
internal static class HostAccess
{
    private const string Realm = "chimera";
    private static readonly PathString[] ForAll = ["/healthz", "/readyz"];

    /// <summary>The host listens on loopback and knows nobody by a token yet; it answers to the loopback's names and to its public one, and to no web page from elsewhere.</summary>
    public static void UseAccess(this WebApplication app)
    {
        var name = Uri.TryCreate(app.Services.GetRequiredService<HostSettings>().PublicUrl, UriKind.Absolute, out var url) ? url.Host : "localhost";
        var access = new Access(Realm, [name], token: null);
        app.UseWhen(http => !ForAll.Contains(http.Request.Path), guarded => guarded.Use(access.Check));
    }
}
