using Chimera.Domain;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Calls;

/// <summary>How a resource is described: its address, and the one parameter that its template takes, if any.</summary>
internal sealed record ResourceWords(string Server, string Uri, string Name, string Title, string Description, string? Parameter = null);

/// <summary>A resource that is read as JSON.</summary>
internal sealed class Resource<TPayload>(ResourceWords words, ICallGate gate, ILogger log, Func<string?, CancellationToken, Task<TPayload>> read) : McpServerResource
{
    private readonly string? _start = words.Parameter is null ? null : $"{words.Uri}?{words.Parameter}=";

    public override ResourceTemplate ProtocolResourceTemplate { get; } = new()
    {
        UriTemplate = words.Parameter is null ? words.Uri : $"{words.Uri}{{?{words.Parameter}}}", Name = words.Name, Title = words.Title,
        Description = words.Description, MimeType = "application/json"
    };

    public override IReadOnlyList<object> Metadata => [];

    public override bool IsMatch(string uri) => uri == words.Uri || (_start is not null && uri.StartsWith(_start, StringComparison.Ordinal));

    public override async ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken = default)
    {
        var uri = request.Params.Uri;
        try
        {
            var passage = await gate.Enter(new(words.Server, words.Uri), idempotencyKey: null, cancellationToken);
            var payload = await read(_start is not null && uri.Length > _start.Length ? Uri.UnescapeDataString(uri[_start.Length..]) : null, cancellationToken);
            if (passage.LosesAnswer) await Task.Delay(Timeout.Infinite, cancellationToken);
            return new() { Contents = [new TextResourceContents { Uri = uri, MimeType = "application/json", Text = ChimeraJson.Write(payload).GetRawText() }] };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Explain(failure);
        }
    }

    private McpProtocolException Explain(Exception failure)
    {
        if (failure is ToolErrorException refused) return ToolErrors.ToException(refused.Error, McpErrorCode.InternalError);
        if (failure is RuleViolationException broken)
            return ToolErrors.ToException(new(broken.Code, broken.Message, Retryable: false, RetryAfterSeconds: null), McpErrorCode.InvalidParams);
        log.LogError(failure, "{Resource} could not be read", words.Uri);
        return ToolErrors.ToException(new("WORKER_ERROR", "The back end broke down; the server's log says why.", Retryable: true, RetryAfterSeconds: null),
            McpErrorCode.InternalError);
    }
}
