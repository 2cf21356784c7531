using System.Buffers;
using System.Text.Json;
using Chimera.Api.Rest;
using Chimera.McpServers.Calls;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

/// <summary>An operation of the API as a tool: read as strictly as a request's body, refused by the same rules, answered with the same JSON.</summary>
internal sealed class OperationTool<TInput, TOutput>(OperationWords words, Func<Call<TInput>, Task<Reply>> operate) : McpServerTool
{
    public override Tool ProtocolTool { get; } = new()
    {
        Name = words.Name, Title = words.Title, Description = words.Description, InputSchema = ToolSchema.Of<TInput>(), OutputSchema = ToolSchema.Of<TOutput>(),
        Annotations = new() { ReadOnlyHint = words.ReadOnly, IdempotentHint = words.ReadOnly || words.Idempotent, DestructiveHint = words.Publishes, OpenWorldHint = words.Publishes }
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var http = Requests.Of(request.Services!);
        try
        {
            var call = new Call<TInput>(new(Bytes(request.Params.Arguments)), http, cancellationToken);
            return Result(words.ReadOnly ? await operate(call) : await Once(call, request.Params));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolErrors.ToResult(Requests.Explain(failure, http));
        }
    }

    private Task<Reply> Once(Call<TInput> call, CallToolRequestParams asked)
    {
        Idempotency.Name(call.Http, $"{McpApi.Route} {words.Name}", asked.Meta?[Caller.KeyField]?.ToString());
        return call.Part<Idempotency>().Once(call.Http, call.Body.Sha256, () => operate(call));
    }

    /// <summary>The arguments as they came: whoever reads them meets every oddity that a body may have.</summary>
    private static byte[] Bytes(IDictionary<string, JsonElement>? arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        foreach (var (name, value) in arguments ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static CallToolResult Result(Reply reply)
    {
        var answer = JsonElement.Parse(reply.Json!);
        return new() { StructuredContent = answer, Content = [new TextContentBlock { Text = answer.GetRawText() }] };
    }
}
