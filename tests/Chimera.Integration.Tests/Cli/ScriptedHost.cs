using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chimera.Integration.Tests.Cli;

/// <summary>A host that gives prepared answers and remembers what it was asked. What nobody prepared is 404.</summary>
public sealed class ScriptedHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (int Status, string Json)> answers = new();
    private readonly ConcurrentQueue<Asked> asked = new();
    private readonly WebApplication app;

    private ScriptedHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(Answer);
    }

    public string Url => app.Urls.Single();

    public IReadOnlyList<Asked> Requests => [.. asked];

    public static async Task<ScriptedHost> Start()
    {
        var host = new ScriptedHost();
        await host.app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <param name="call">Such as <c>GET agents?limit=50</c>, below /api/v1.</param>
    public ScriptedHost On(string call, string json, int status = 200)
    {
        answers[call] = (status, json);
        return this;
    }

    public Task<Terminal> Run(params string[] arguments) => Terminal.Run([.. arguments, "--url", Url]);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var call = $"{http.Request.Method} {http.Request.Path.Value!["/api/v1/".Length..]}{http.Request.QueryString}";
        asked.Enqueue(new(call, body.Length > 0 ? JsonElement.Parse(body) : default, http.Request.Headers["Idempotency-Key"]));
        var (status, json) = answers.GetValueOrDefault(call, (404, """{ "title": "Not Found", "status": 404, "detail": "Unknown." }"""));
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(json, http.RequestAborted);
    }
}

public sealed record Asked(string Call, JsonElement Body, string? Key);
