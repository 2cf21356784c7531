using Chimera.Domain.Models;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Models;
using Chimera.Handlers.Working;
using Microsoft.Extensions.AI;

namespace Chimera.Integrations.Models;

/// <summary>
/// The model behind a role: asks for an answer of a given shape, sends one that does not fit back with what is wrong, three tries at most, and records
/// everything. What is recorded is never asked for again. The client is made when it is first needed.
/// </summary>
internal sealed class RoleModel(ModelChoice choice, Lazy<IChatClient> client, PriceTable prices, IModelCallLog log, TimeProvider clock)
{
    private const int Tries = 3;

    private readonly ModelPrice price = prices.Of(choice);
    private readonly KeyedTurns turns = new();

    public string Provider => choice.Provider;
    public string Model => choice.Model;
    public ModelPrice Price => price;

    /// <exception cref="ToolException">There is no usable answer; what was paid all the same is in it.</exception>
    public async Task<Answered<T>> Ask<T>(Question<T> question, CancellationToken cancellation) where T : class
    {
        using var turn = await turns.Take(question.CallId, cancellation); // the second of two finds what the first was told
        var talk = new Talk(question.Prompt, question.Prompt.Render(question.Data));
        var asked = question.Described(choice, talk.Request);
        foreach (var known in (await log.Find(question.CallId, cancellation))?.Answers ?? [])
            if (Heard(talk, known, question) is { } recorded) return recorded;
        while (talk.Tries < Tries)
            if (Heard(talk, await AskOnce(talk, asked, question, cancellation), question) is { } fresh) return fresh;
        throw new ToolException(ErrorTable.InvalidOutput, $"{choice} gave no usable answer in {Tries} tries: {talk.LastMisfit}", costUsd: talk.CostUsd);
    }

    private static Answered<T>? Heard<T>(Talk talk, ModelAnswer answer, Question<T> question) where T : class
    {
        var (value, misfit) = ModelReply.Read(answer.Output, question.Read);
        talk.Add(answer with { Misfit = misfit });
        return value is null ? null : new(value, talk.CostUsd, talk.Tokens);
    }

    private async Task<ModelAnswer> AskOnce<T>(Talk talk, ModelQuestion asked, Question<T> question, CancellationToken cancellation) where T : class
    {
        var started = clock.GetTimestamp();
        int ElapsedMs() => (int)clock.GetElapsedTime(started).TotalMilliseconds;
        var subject = new Handlers.Subject(question.About.AgentId, question.About.TraceId);
        try
        {
            var reply = await Send(talk, question.Prompt, asked, cancellation);
            var answer = new ModelAnswer(talk.Tries + 1, reply.Text, ModelReply.Read(reply.Text, question.Read).Misfit, UsageOf(reply.Usage, ElapsedMs()));
            await log.Record(new(new ModelCalled(asked, answer.Try, answer.Output, answer.Misfit, answer.Usage, clock.GetUtcNow()), subject));
            return answer;
        }
        catch (ToolException failed)
        {
            await log.Record(new(new ModelCallFailed(asked, failed.Error, ElapsedMs(), clock.GetUtcNow()), subject));
            throw new ToolException(failed.ErrorType, failed.Message, failed.Error.RetryAfterSeconds, talk.CostUsd);
        }
    }

    private async Task<ChatResponse> Send(Talk talk, Prompt prompt, ModelQuestion asked, CancellationToken cancellation)
    {
        var options = new ChatOptions
        {
            MaxOutputTokens = asked.MaxOutputTokens, ResponseFormat = ChatResponseFormat.ForJsonSchema(prompt.Schema, prompt.Name.Replace('-', '_'))
        };
        try
        {
            return await client.Value.GetResponseAsync(talk.Messages, options, cancellation);
        }
        catch (Exception failure) when (failure is not ToolException && !cancellation.IsCancellationRequested)
        {
            throw Inner(failure) ?? new ToolException(ErrorTable.WorkerError, $"{choice} gave an answer that cannot be read: {failure.Message}");
        }
    }

    /// <summary>Clients wrap what their transport throws.</summary>
    private static ToolException? Inner(Exception? failure) => failure is null ? null : failure as ToolException ?? Inner(failure.InnerException);

    /// <summary>What the total has beyond both parts is thinking, which is paid as output.</summary>
    private ModelUsage UsageOf(UsageDetails? usage, int elapsedMs)
    {
        var input = usage?.InputTokenCount ?? 0;
        var output = Math.Max(usage?.OutputTokenCount ?? 0, (usage?.TotalTokenCount ?? 0) - input);
        return new((int)input, (int)output, price.Of(input, output), prices.Version, elapsedMs);
    }
}
