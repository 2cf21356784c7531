using System.Net;
using Chimera.McpServers.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Chimera.McpServers.Web;

/// <summary>Makes the HTTP clients of the real back ends: patient where a repeat is harmless, and never with more than is useful.</summary>
internal static class PlatformClients
{
    private const int Longest = 4 * 1024 * 1024;

    /// <param name="longest">Bytes of an answer.</param>
    /// <param name="patience">Seconds for an answer with all its repeats, unless the environment says otherwise. Callers wait for 60.</param>
    public static PlatformClient Make(string platform, Uri? address, Variables variables, int longest = Longest, int patience = 40, bool redirects = false)
    {
        var sockets = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = redirects };
        var http = new HttpClient(new ResilienceHandler(Pipeline()) { InnerHandler = sockets })
        {
            BaseAddress = address, MaxResponseContentBufferSize = longest, Timeout = variables.Seconds("CHIMERA_MCP_HTTP_TIMEOUT_SECONDS", patience)
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("chimera-mcp/1.0");
        return new(platform, http);
    }

    private static ResiliencePipeline<HttpResponseMessage> Pipeline() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(250), BackoffType = DelayBackoffType.Exponential, UseJitter = true,
            ShouldRetryAfterHeader = false,
            ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments.Context.GetRequestMessage(), arguments.Outcome))
        })
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = 0.8, MinimumThroughput = 10, BreakDuration = TimeSpan.FromSeconds(15), ShouldHandle = arguments => ValueTask.FromResult(Stumbled(arguments.Outcome))
        })
        .Build();

    /// <summary>Readings, when the platform stumbled; anything, when it was not reached. "Too many" is the caller's to wait out.</summary>
    private static bool MayRepeat(HttpRequestMessage? request, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } failure) return failure is HttpRequestException && (request?.Method == HttpMethod.Get || !PlatformClient.WasSent(failure));
        return request?.Method == HttpMethod.Get && Stumbled(outcome);
    }

    /// <summary>It is in trouble itself; one that says "too many" is not.</summary>
    private static bool Stumbled(Outcome<HttpResponseMessage> outcome) => outcome.Exception is HttpRequestException
        || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
}
