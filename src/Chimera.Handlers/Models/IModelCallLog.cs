using Chimera.Domain.Models;

namespace Chimera.Handlers.Models;

/// <summary>What models were asked and what they answered, so that a replay never asks again.</summary>
public interface IModelCallLog
{
    /// <summary>The question with its answers so far; null when it was never asked.</summary>
    Task<ModelCall?> Find(Guid callId, CancellationToken cancellation);

    /// <summary>Returns when it is stored, also for one who has gone meanwhile: the call was made.</summary>
    Task Record(ModelCallRecord record);
}
