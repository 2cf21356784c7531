using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace Chimera.Integration.Tests.Models;

/// <summary>A server that speaks the wire formats of the providers and answers as it is told, the last answer again and again.</summary>
internal sealed class ProviderStub : IDisposable
{
    public const string Key = "sk-never-to-be-seen-4711";

    private readonly WireMockServer server = WireMockServer.Start();
    private readonly ConcurrentQueue<Func<SentRequest, string, ResponseMessage>> answers = new();
    private readonly ConcurrentQueue<SentRequest> requests = new();

    public ProviderStub()
    {
        Serve("/v1/messages", AnthropicAnswer);
        Serve("/v1/chat/completions", OpenAIAnswer);
        Serve("/api/chat", OllamaAnswer);
    }

    public string Url => server.Url!;
    public IReadOnlyList<SentRequest> Requests => [.. requests];

    /// <summary>A text of the model, as each provider wraps it: 1,234 tokens in and 56 out.</summary>
    public ProviderStub Says(string text) => Says(_ => text);

    /// <summary>The same, as the request wants it.</summary>
    public ProviderStub Says(Func<SentRequest, string> text) => Answers((request, wrapped) => Message(200, wrapped.Replace("\"$TEXT\"", JsonSerializer.Serialize(text(request)), StringComparison.Ordinal)));

    public ProviderStub Refuses(int status, string body = """{"error":{"message":"not now"}}""", string? retryAfter = null) => Answers((_, _) =>
    {
        var message = Message(status, body);
        if (retryAfter is not null) message.Headers!["Retry-After"] = new WireMockList<string>(retryAfter);
        return message;
    });

    /// <summary>Nothing, until the client has gone.</summary>
    public ProviderStub Hangs()
    {
        server.Reset();
        server.Given(WireMock.RequestBuilders.Request.Create().UsingPost()).RespondWith(WireMock.ResponseBuilders.Response.Create().WithDelay(TimeSpan.FromSeconds(30)).WithBody("late"));
        return this;
    }

    public void Dispose() => server.Dispose();

    private ProviderStub Answers(Func<SentRequest, string, ResponseMessage> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    private void Serve(string path, string wrapped) =>
        server.Given(WireMock.RequestBuilders.Request.Create().WithPath(path).UsingPost()).RespondWith(WireMock.ResponseBuilders.Response.Create().WithCallback(request =>
        {
            var sent = new SentRequest(path, JsonNode.Parse(request.Body!)!, request.Headers!.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToString()));
            requests.Enqueue(sent);
            var answer = answers.Count > 1 && answers.TryDequeue(out var next) ? next : answers.TryPeek(out var last) ? last : throw new InvalidOperationException("No answer was told.");
            return answer(sent, wrapped);
        }));

    private static ResponseMessage Message(int status, string body) => new()
    {
        StatusCode = status, Headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new("application/json") },
        BodyData = new BodyData { BodyAsString = body, DetectedBodyType = BodyType.String, Encoding = System.Text.Encoding.UTF8 }
    };

    private const string AnthropicAnswer = """
        {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5","content":[{"type":"text","text":"$TEXT"}],
         "stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1234,"output_tokens":56}}
        """;

    private const string OpenAIAnswer = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1790000000,"model":"gemini-3-pro",
         "choices":[{"index":0,"message":{"role":"assistant","content":"$TEXT"},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":1234,"completion_tokens":56,"total_tokens":1290}}
        """;

    // one line a piece, the last with the figures
    private const string OllamaAnswer = """
        {"model":"llama","created_at":"2026-11-27T00:00:00Z","message":{"role":"assistant","content":"$TEXT"},"done":false}
        {"model":"llama","created_at":"2026-11-27T00:00:00Z","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","prompt_eval_count":1234,"eval_count":56}

        """;
}

/// <summary>A request as it reached a provider.</summary>
internal sealed record SentRequest(string Path, JsonNode Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>All that is told to the model, however the provider wants it.</summary>
    public string Text => string.Join('\n', Strings(Body));

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(pair => Strings(pair.Value)),
        JsonArray list => list.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => []
    };
}
