using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using Microsoft.Extensions.Logging;

namespace Chimera.Integrations.Models;

/// <summary>
/// Sends a request and, where a provider is busy, broken or silent, sends it again: four times at most. It stands below the providers' own clients, whose
/// retries are switched off, so that all providers are treated alike.
/// </summary>
internal sealed class PatientHandler(string provider, Secret? key, TimeSpan timeout, TimeProvider clock, ILogger log) : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Tries = 4;

    /// <exception cref="ToolException">It did not succeed, under the code of the domain's error table.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content) await content.LoadIntoBufferAsync(cancellationToken); // sent again, it is read again
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendOnce(request, cancellationToken);
            }
            catch (ToolException failure) when (attempt < Tries - 1 && ErrorTable.HandlingOf(failure.ErrorType) == ErrorHandling.Retry)
            {
                var pause = PauseAfter(attempt, failure.Error.RetryAfterSeconds);
                log.LogWarning("{Failure} It is asked again in {Seconds:0.0} s.", failure.Message, pause.TotalSeconds);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }
    }

    /// <summary>Half a second, doubling, with a jitter of half of it; the provider's own wish where it is longer, up to half a minute.</summary>
    private static TimeSpan PauseAfter(int attempt, int? wanted)
    {
        var own = TimeSpan.FromMilliseconds(500 * (1 << attempt) * (0.75 + 0.5 * Random.Shared.NextDouble()));
        var asked = TimeSpan.FromSeconds(Math.Clamp(wanted ?? 0, 0, 30));
        return asked > own ? asked : own;
    }

    private async Task<HttpResponseMessage> SendOnce(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            await response.Content.LoadIntoBufferAsync(either.Token); // an answer that stops half-way is late too
            if (response.IsSuccessStatusCode) return response;
            using (response) throw ProviderRefusal.Of(provider, response, await response.Content.ReadAsStringAsync(either.Token), key, clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new ToolException(ErrorTable.Timeout, $"{provider} did not answer within {timeout.TotalSeconds:0.###} s.");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new ToolException(ErrorTable.WorkerError, $"{provider} cannot be reached: {broken.Message}");
        }
    }
}
