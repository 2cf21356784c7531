using Chimera.Domain.Agents;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Judging;

/// <summary>What a judge looks at: the text that would be shown to people, and whose it is.</summary>
/// <param name="Text">Null when the result has no text, such as an image.</param>
public sealed record ReviewSubject(TaskResult Result, AgentTask Task, Agent Agent, string? Text);

/// <summary>Does the result sound like the agent (S4.4-4)?</summary>
public interface IPersonaJudge
{
    Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation);
}

/// <summary>Is the result safe to show (S4.4-5)?</summary>
public interface ISafetyJudge
{
    Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation);
}
