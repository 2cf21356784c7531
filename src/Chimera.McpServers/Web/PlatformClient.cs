using System.Net;
using Chimera.McpServers.Calls;
using Polly.CircuitBreaker;

namespace Chimera.McpServers.Web;

/// <summary>What a request may change: nothing, or something that must not happen twice.</summary>
internal enum Effect { None, Once }

/// <summary>Asks one platform over HTTP. Whatever its answer does wrong ends as an error with a code, within a time and a size.</summary>
internal sealed class PlatformClient(string platform, HttpClient http)
{
    /// <exception cref="ToolErrorException">There is no answer: WORKER_ERROR when nothing can have happened, otherwise OUTCOME_UNKNOWN.</exception>
    public async Task<Reply> Send(HttpRequestMessage request, Effect effect, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return new(platform, effect, response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && Describe(failure) is { } words)
        {
            throw NoAnswer.Of(effect == Effect.Once && WasSent(failure), $"{platform} {words}");
        }
    }

    /// <summary>Whether an address that the platform gave may be followed: only one of the web, unless the platform itself is reached otherwise.</summary>
    public bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || AuthorityOf(address) == AuthorityOf(http.BaseAddress);

    private static string? AuthorityOf(Uri? address) => address?.GetLeftPart(UriPartial.Authority);

    /// <summary>A connection that was never made, or one that the circuit breaker forbade, carried nothing.</summary>
    public static bool WasSent(Exception failure) => failure switch
    {
        BrokenCircuitException => false,
        HttpRequestException request => request.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError),
        _ => true
    };

    private string? Describe(Exception failure) => failure switch
    {
        BrokenCircuitException => "failed again and again and is left alone for a while.",
        OperationCanceledException => $"did not answer within {http.Timeout.TotalSeconds:0} s.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            $"answered with more than {http.MaxResponseContentBufferSize} bytes.",
        HttpRequestException request => $"could not be asked: {Sentence(request)}",
        IOException => "broke off its answer.",
        _ => null
    };

    private static string Sentence(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known.",
        HttpRequestError.ConnectionError => "no connection.",
        HttpRequestError.SecureConnectionError => "no secure connection.",
        HttpRequestError.ResponseEnded => "the answer ended too early.",
        _ => "the answer was not understood."
    };
}
