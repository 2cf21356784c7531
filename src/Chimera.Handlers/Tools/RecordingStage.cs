using Chimera.Domain.Tools;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Tools;

/// <summary>Stores what happens to calls of tools; calls of the same moment are stored together. A call is requested once and has one outcome.</summary>
public sealed class RecordingStage : IStage<ToolCallRecord, ToolCallRecord, ToolCallRecord>
{
    private const int Priority = 5;

    public Turn TurnOf(ToolCallRecord item) => new(Priority, item.Subject.AgentId ?? Guid.Empty);

    public async Task Load(Step step, IStreams streams, IReadOnlyCollection<ToolCallRecord> items, CancellationToken cancellation)
    {
        await streams.LoadNew(step, items.Where(item => item.Event is ToolCallRequested).Select(item => item.CallId), cancellation);
        await streams.Load(step, items.Select(item => item.CallId), cancellation);
    }

    public ToolCallRecord? Open(Step step, ToolCallRecord item) => item;

    public Task<ToolCallRecord> Run(ToolCallRecord job, CancellationToken cancellation) => Task.FromResult(job);

    public void Close(Step step, ToolCallRecord item, ToolCallRecord done)
    {
        var (call, isRequest) = (step.Find<ToolCall>(item.CallId), item.Event is ToolCallRequested);
        if (isRequest ? call is null : call is { Stage: ToolCallStage.Requested }) step.Append(item.CallId, [item.Event], item.Subject);
    }
}
