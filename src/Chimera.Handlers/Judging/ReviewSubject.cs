using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Judging;

/// <summary>What a judge looks at: the text that would be shown to people, and whose it is.</summary>
/// <param name="Text">Null when the result has no text, such as an image.</param>
public sealed record ReviewSubject(TaskResult Result, AgentTask Task, Agent Agent, string? Text);
