using System.Text.Json;
using Alba;
using Microsoft.AspNetCore.Http;

namespace Chimera.Integration.Tests.Rest;

/// <summary>An answer of the API.</summary>
internal sealed record Answer(int Status, string Text, string? ETag, string? Location, IHeaderDictionary Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public JsonElement this[string field] => Json.GetProperty(field);

    public string? Code => Status >= 400 ? this["code"].GetString() : null;

    public string? Pointer => Json.TryGetProperty("pointer", out var pointer) ? pointer.GetString() : null;

    public Guid Id(string field) => this[field].GetGuid();

    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        return this;
    }

    public void Refuses(int status, string code, string? pointer = null)
    {
        Expect(status);
        Assert.Equal((code, pointer), (Code, Pointer));
        Assert.Equal("application/problem+json", Headers.ContentType.ToString().Split(';')[0]);
        Assert.Equal(status, this["status"].GetInt32());
        Assert.Equal(32, this["trace_id"].GetString()!.Length);
    }
}

/// <summary>Requests as a client sends them.</summary>
internal static class Calls
{
    public static Task<Answer> Get(this ChimeraFixture chimera, string path, params (string Name, string Value)[] headers) => chimera.Call("GET", path, null, headers);

    public static Task<Answer> Post(this ChimeraFixture chimera, string path, object? body, params (string Name, string Value)[] headers) =>
        chimera.Call("POST", path, body, headers);

    public static Task<Answer> Patch(this ChimeraFixture chimera, string path, object body, params (string Name, string Value)[] headers) =>
        chimera.Call("PATCH", path, body, headers);

    public static Task<Answer> Delete(this ChimeraFixture chimera, string path, params (string Name, string Value)[] headers) => chimera.Call("DELETE", path, null, headers);

    /// <param name="body">A text goes out as it is, anything else as JSON.</param>
    public static async Task<Answer> Call(this ChimeraFixture chimera, string method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var result = await chimera.Alba.Scenario(scenario =>
        {
            Address(scenario, method, path.StartsWith('/') ? path : "/api/v1/" + path);
            scenario.IgnoreStatusCode();
            if (body is not null) scenario.ConfigureHttpContext(http => Write(http.Request, body as string ?? JsonSerializer.Serialize(body)));
            foreach (var (name, value) in headers) scenario.ConfigureHttpContext(http => http.Request.Headers[name] = value);
        });
        var response = result.Context.Response;
        return new(response.StatusCode, await result.ReadAsTextAsync(), response.Headers.ETag, response.Headers.Location, response.Headers);
    }

    private static void Address(Scenario scenario, string method, string path) => _ = method switch
    {
        "GET" => scenario.Get.Url(path),
        "POST" => scenario.Post.Url(path),
        "PATCH" => scenario.Patch.Url(path),
        "DELETE" => scenario.Delete.Url(path),
        _ => scenario.Put.Url(path)
    };

    private static void Write(HttpRequest request, string body)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        if (request.ContentType is null) request.ContentType = "application/json";
        request.ContentLength = bytes.Length;
        request.Body = new MemoryStream(bytes);
    }
}
