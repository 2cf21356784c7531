using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Models;
using Chimera.Domain.Tasks;

namespace Chimera.Integrations.Models;

/// <summary>What a question is about. The same subject, round and prompt are the same question, however often it is put.</summary>
/// <param name="Round">The attempt at a task, or whatever else sets one question apart from the next on the same subject.</param>
internal sealed record Occasion(Guid SubjectId, string Round, Guid? TaskId = null, int Attempt = 0, Guid? AgentId = null, string? TraceId = null)
{
    /// <summary>One attempt at a task.</summary>
    public static Occasion Of(AgentTask task) => new(task.Id, $"{task.Attempt}", task.Id, task.Attempt, task.AgentId, task.TraceId);
}

/// <summary>A question to a model, and what makes an answer usable.</summary>
/// <param name="Read">Reads an answer; a rule that it breaks is told to the model, which may try again.</param>
internal sealed record Question<T>(Prompt Prompt, IReadOnlyList<PromptData> Data, Occasion About, Func<JsonElement, T> Read, int MaxOutputTokens = 8_000)
{
    public Guid CallId => DerivedId.OfModelCall(About.SubjectId, Prompt.Name, About.Round);

    public ModelQuestion Described(ModelChoice choice, string request) => new(
        CallId, Prompt.Name, About.SubjectId, About.TaskId, About.Attempt, choice.Provider, choice.Model, Prompt.Sha256,
        Prompt.Hash(Prompt.Instructions, request), MaxOutputTokens);
}

/// <summary>An answer that can be used, with what all tries for it took.</summary>
internal sealed record Answered<T>(T Value, decimal CostUsd, int Tokens);
