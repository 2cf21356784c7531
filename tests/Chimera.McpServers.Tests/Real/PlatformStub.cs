using System.Collections.Concurrent;
using System.Text;
using WireMock;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace Chimera.McpServers.Tests.Real;

/// <summary>A request as it reached the platform.</summary>
internal sealed record Asked(string What, string Query, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A platform that answers what it is told to, the last answer again and again, and remembers what it was asked.</summary>
public sealed class PlatformStub : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Asked, Task<ResponseMessage>>>> _answers = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly CancellationTokenSource _gone = new();

    public PlatformStub() => _server.Given(WireMock.RequestBuilders.Request.Create()).RespondWith(WireMock.ResponseBuilders.Response.Create().WithCallback(Answer));

    public string Url => _server.Url!;

    internal IReadOnlyList<Asked> Everything => [.. _asked];

    internal IReadOnlyList<Asked> Asked(string what) => [.. _asked.Where(one => one.What == what)];

    /// <param name="what">Method and path, such as <c>POST /2/tweets</c>.</param>
    internal PlatformStub On(string what, int status, string body, params (string Name, string Value)[] headers) => On(what, _ => Task.FromResult(Message(status, Encoding.UTF8.GetBytes(body), headers)));

    internal PlatformStub On(string what, byte[] body, string type) => On(what, _ => Task.FromResult(Message(200, body, [("Content-Type", type)])));

    /// <summary>Never answers.</summary>
    internal PlatformStub Hangs(string what) => On(what, async _ =>
    {
        await Task.Delay(Timeout.Infinite, _gone.Token);
        return new();
    });

    /// <summary>Does what it is asked, and says nothing until the one who asked has given up.</summary>
    internal PlatformStub On(string what, Func<Asked, Task<ResponseMessage>> answer)
    {
        _answers.GetOrAdd(what, _ => new()).Enqueue(answer);
        return this;
    }

    /// <summary>Forgets the answers, and what it was asked.</summary>
    internal PlatformStub Afresh()
    {
        _answers.Clear();
        _asked.Clear();
        return this;
    }

    internal static ResponseMessage Message(int status, byte[] body, params (string Name, string Value)[] headers) => new()
    {
        StatusCode = status,
        Headers = new[] { ("Content-Type", "application/json; charset=utf-8") }.Concat(headers.Select(one => (one.Name, one.Value)))
            .GroupBy(one => one.Item1).ToDictionary(one => one.Key, one => new WireMockList<string>(one.Last().Item2)),
        BodyData = new BodyData { BodyAsBytes = body, DetectedBodyType = BodyType.Bytes }
    };

    private async Task<IResponseMessage> Answer(IRequestMessage request)
    {
        var asked = new Asked($"{request.Method} {request.Path}", new Uri(request.Url).Query, Encoding.Latin1.GetString(request.BodyAsBytes ?? Encoding.UTF8.GetBytes(request.Body ?? "")),
            request.Headers!.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _asked.Enqueue(asked);
        if (!_answers.TryGetValue(asked.What, out var answers)) return Message(599, Encoding.UTF8.GetBytes($"nobody said what to answer to {asked.What}"));
        var answer = answers.Count > 1 && answers.TryDequeue(out var next) ? next : answers.TryPeek(out var last) ? last : throw new InvalidOperationException("No answer is left.");
        return await answer(asked);
    }

    public void Dispose()
    {
        _gone.Cancel();
        _server.Dispose();
        _gone.Dispose();
    }
}
