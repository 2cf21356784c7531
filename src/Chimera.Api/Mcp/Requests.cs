using Chimera.Api.Rest;
using Chimera.McpServers.Calls;

namespace Chimera.Api.Mcp;

/// <summary>The HTTP request by which a message of the protocol came: whose it is, what it may use, and how its failure is told.</summary>
internal static class Requests
{
    private static readonly string[] WorthRepeating = ["request.conflict", "idempotency.in-progress", "database.unavailable"];

    public static HttpContext Of(IServiceProvider services) => services.GetRequiredService<IHttpContextAccessor>().HttpContext!;

    public static ToolError Explain(Exception failure, HttpContext http)
    {
        var (_, code, detail, pointer) = http.RequestServices.GetRequiredService<Problems>().Explain(failure, http);
        return new(code, detail, WorthRepeating.Contains(code), RetryAfterSeconds: null, pointer, RequestTrace.Of(http));
    }
}
