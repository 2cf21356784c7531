using System.Security.Cryptography;
using System.Text;
using Chimera.Domain.Tools;
using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Tools;

namespace Chimera.Integrations.Mcp;

/// <summary>One call as the events tell it: the request is stored before anything is sent, the outcome when it is known.</summary>
internal sealed class RecordedCall(ToolRequest request, StagePool<ToolCallRecord, ToolCallRecord, ToolCallRecord> records, TimeProvider clock)
{
    private readonly Guid id = Guid.CreateVersion7();
    private readonly long started = clock.GetTimestamp();

    public Task Requested(CancellationToken cancellation) => Record(new ToolCallRequested(
        id, request.Server, request.Tool, request.Caller.TaskId, request.Caller.AgentId, request.IdempotencyKey, Sha256(request.Arguments.ToJsonString()), clock.GetUtcNow()), cancellation);

    /// <summary>Stored even when whoever asked has gone: the call was made.</summary>
    public Task Ended(Func<int, ToolCallEvent> outcome) => Record(outcome((int)clock.GetElapsedTime(started).TotalMilliseconds), CancellationToken.None);

    private Task Record(ToolCallEvent @event, CancellationToken cancellation) =>
        records.Work([new(id, @event, new(request.Caller.AgentId, request.Caller.TraceId))], default, cancellation);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
