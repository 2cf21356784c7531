using Chimera.Domain.Policies;

namespace Chimera.Handlers.Judging;

/// <summary>Is the result safe to show (S4.4-5)?</summary>
public interface ISafetyJudge
{
    Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation);
}
