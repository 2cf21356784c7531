using Chimera.Domain.Models;
using Chimera.Handlers.Pooling;

namespace Chimera.Handlers.Models;

/// <summary>The calls of models as streams of the event store.</summary>
public sealed class StoredModelCalls(IUnits units, StagePool<ModelCallRecord, ModelCallRecord, ModelCallRecord> records, TimeProvider clock) : IModelCallLog
{
    public async Task<ModelCall?> Find(Guid callId, CancellationToken cancellation)
    {
        await using var unit = units.Begin(default, fresh: true); // another process may have asked
        return (await unit.Begin(clock.GetUtcNow(), [callId], cancellation)).Find<ModelCall>(callId);
    }

    public Task Record(ModelCallRecord record) => records.Work([record], default, CancellationToken.None);
}
