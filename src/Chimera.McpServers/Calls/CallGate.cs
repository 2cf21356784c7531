using System.Text.Json;
using Chimera.Domain.Tasks;

namespace Chimera.McpServers.Calls;

/// <summary>A call of a tool, or the reading of a resource, whose "tool" is its address.</summary>
internal sealed record CallName(string Server, string Tool);

/// <summary>What a call was answered with, as it is kept for repeats.</summary>
internal sealed record Answered(JsonElement Output, decimal? CostUsd = null, string? Model = null);

/// <summary>A call that may go on.</summary>
/// <param name="First">The answer to the first call of this key; then nothing is done again.</param>
/// <param name="LosesAnswer">The call is to be carried out and never answered.</param>
internal sealed record Passage(Answered? First = null, bool LosesAnswer = false);

/// <summary>What every call passes before and after its work.</summary>
internal interface ICallGate
{
    /// <summary>A repeat of a key gets the first answer.</summary>
    bool KeepsAnswers { get; }

    /// <exception cref="ToolErrorException">The call is refused.</exception>
    Task<Passage> Enter(CallName call, string? idempotencyKey, CancellationToken cancellation);

    /// <summary>Keeps the answer for repeats, and gives the one that came first.</summary>
    Task<Answered> Keep(CallName call, string idempotencyKey, Answered answer, CancellationToken cancellation);
}

/// <summary>For real back ends, which count and refuse themselves. Of posts they recognise repeats; all else is done again.</summary>
internal sealed class OpenGate : ICallGate
{
    public bool KeepsAnswers => false;

    public Task<Passage> Enter(CallName call, string? idempotencyKey, CancellationToken cancellation) => Task.FromResult(new Passage());

    public Task<Answered> Keep(CallName call, string idempotencyKey, Answered answer, CancellationToken cancellation) => Task.FromResult(answer);
}

/// <summary>For a back end that is wanted and not there: nothing ever seems to succeed .</summary>
internal sealed class ClosedGate(string missing) : ICallGate
{
    public bool KeepsAnswers => true; // nothing is done, however often

    public Task<Passage> Enter(CallName call, string? idempotencyKey, CancellationToken cancellation) =>
        throw new ToolErrorException(ErrorTable.NotConfigured, $"{call.Server} has no real back end: {missing} is missing.");

    public Task<Answered> Keep(CallName call, string idempotencyKey, Answered answer, CancellationToken cancellation) => Task.FromResult(answer);
}
