using Chimera.Domain.Models;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Models;

/// <summary>Stores what models answer; what is answered at the same moment is stored together. Each try has one answer.</summary>
public sealed class ModelRecordingStage : IStage<ModelCallRecord, ModelCallRecord, ModelCallRecord>
{
    private const int Priority = 5;

    public Turn TurnOf(ModelCallRecord item) => new(Priority, item.Subject.AgentId ?? Guid.Empty);

    public Task Load(Step step, IStreams streams, IReadOnlyCollection<ModelCallRecord> items, CancellationToken cancellation) =>
        streams.Load(step, items.Select(item => item.CallId), cancellation);

    public ModelCallRecord? Open(Step step, ModelCallRecord item) => item;

    public Task<ModelCallRecord> Run(ModelCallRecord job, CancellationToken cancellation) => Task.FromResult(job);

    public void Close(Step step, ModelCallRecord item, ModelCallRecord done)
    {
        var call = step.Find<ModelCall>(item.CallId);
        if (item.Event is ModelCalled called && call?.Answers.Exists(answer => answer.Try == called.Try) == true) return;
        step.Append(item.CallId, [item.Event], item.Subject);
    }
}
