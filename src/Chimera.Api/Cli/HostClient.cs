using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Domain;

namespace Chimera.Api.Cli;

/// <summary>Speaks to a host over its REST interface; whatever goes wrong becomes one of two exceptions.</summary>
public sealed class HostClient : IDisposable
{
    private readonly HttpClient http;

    public HostClient(Uri url)
    {
        Url = url;
        http = new() { BaseAddress = new Uri(url.AbsoluteUri.TrimEnd('/') + "/api/v1/"), Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("chimera-cli");
    }

    public Uri Url { get; }

    public void Dispose() => http.Dispose();

    public Task<JsonElement> Get(string path, CancellationToken cancellation) => Send(HttpMethod.Get, path, null, cancellation);

    /// <summary>Every call is a wish of its own, hence its own key: the same words twice mean twice.</summary>
    public Task<JsonElement> Post(string path, object body, CancellationToken cancellation) => Send(HttpMethod.Post, path, body, cancellation);

    public Task<JsonElement> Patch(string path, object body, CancellationToken cancellation) => Send(HttpMethod.Patch, path, body, cancellation);

    /// <summary>Null when the host does not know it.</summary>
    public async Task<JsonElement?> Find(string path, CancellationToken cancellation)
    {
        try
        {
            return await Get(path, cancellation);
        }
        catch (HostRefusedException unknown) when (unknown.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<JsonElement> Send(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType(), options: ChimeraJson.Stored);
        if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return Answer(response, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (HttpRequestException unreachable)
        {
            throw new HostUnreachableException(Url, unreachable.InnerException?.Message ?? unreachable.Message, unreachable);
        }
        catch (TaskCanceledException late) when (late.InnerException is TimeoutException)
        {
            throw new HostUnreachableException(Url, "it did not answer in time", late);
        }
    }

    private JsonElement Answer(HttpResponseMessage response, string text)
    {
        var json = Parsed(text);
        if (!response.IsSuccessStatusCode) throw new HostRefusedException(response.StatusCode, json ?? Problem(response, text));
        return json ?? (text.Length == 0 ? default : throw new HostUnreachableException(Url, "what answers there is not Chimera"));
    }

    private static JsonElement Problem(HttpResponseMessage response, string text) => ChimeraJson.Write(new
    {
        title = response.ReasonPhrase, status = (int)response.StatusCode, detail = text.Length is > 0 and < 500 ? text : $"The host answered {(int)response.StatusCode}."
    });

    private static JsonElement? Parsed(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
