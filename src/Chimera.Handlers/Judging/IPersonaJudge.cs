using Chimera.Domain.Policies;

namespace Chimera.Handlers.Judging;

/// <summary>Does the result sound like the agent (S4.4-4)?</summary>
public interface IPersonaJudge
{
    Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation);
}
