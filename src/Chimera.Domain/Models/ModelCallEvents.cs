using Chimera.Domain.Tasks;

namespace Chimera.Domain.Models;

/// <summary>What a model was asked, by whom and with which settings.</summary>
/// <param name="Purpose">The prompt's name, such as <c>write-post</c>.</param>
/// <param name="SubjectId">What it is about: a task, the result that is judged, the campaign that is planned.</param>
/// <param name="PromptSha256">Of the prompt's files, in hex: its version.</param>
/// <param name="RenderedSha256">Of what was sent first, in hex.</param>
public sealed record ModelQuestion(
    Guid CallId, string Purpose, Guid SubjectId, Guid? TaskId, int Attempt, string Provider, string Model, string PromptSha256, string RenderedSha256,
    int MaxOutputTokens);

/// <summary>What an answer took.</summary>
/// <param name="CostUsd">US dollars, by the price table of <paramref name="PriceVersion"/>.</param>
public sealed record ModelUsage(int InputTokens, int OutputTokens, decimal CostUsd, string PriceVersion, int DurationMs);

/// <summary>What happens when a model is asked; each question has a stream of its own. Stored forever: add, never rename or remove.</summary>
public abstract record ModelCallEvent(ModelQuestion Question);

/// <summary>A model has answered.</summary>
/// <param name="Try">Counts the answers to one question from 1: one that does not fit is sent back.</param>
/// <param name="Misfit">Why the answer cannot be used; null when it can.</param>
public sealed record ModelCalled(ModelQuestion Question, int Try, string Output, string? Misfit, ModelUsage Usage, DateTimeOffset At) : ModelCallEvent(Question);

/// <summary>No answer came, or the provider refused the question.</summary>
public sealed record ModelCallFailed(ModelQuestion Question, TaskError Error, int DurationMs, DateTimeOffset At) : ModelCallEvent(Question);
