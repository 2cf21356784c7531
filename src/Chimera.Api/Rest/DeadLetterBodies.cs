using System.ComponentModel;
using System.Text.Json;
using Chimera.Handlers;
using Chimera.Handlers.DeadLetters;

namespace Chimera.Api.Rest;

/// <summary>A message that failed for good.</summary>
public sealed record DeadLetterDetails(
    Guid DeadLetterId, [property: Description("The kind of message, such as `ExecuteTasks`.")] string MessageType,
    [property: Description("Where it was received.")] string? Queue, DateTimeOffset FailedAt,
    [property: Description("The tasks that stand still until it is re-driven or discarded.")] IReadOnlyList<Guid> TaskIds, string? ErrorType, string? ErrorMessage,
    [property: Description("The message itself; left away when it is no JSON.")] JsonElement? Message)
{
    internal static DeadLetterDetails Of(DeadLetter letter) => new(letter.Id, letter.MessageType.Split('.')[^1], letter.Queue, letter.FailedAt,
        letter.Message() is { } message ? StageMessages.TasksOf(message) : [], letter.ErrorType, letter.ErrorMessage, letter.Json());
}

/// <summary>What takes the place of a dead letter's message.</summary>
public sealed record EditedMessage([property: Description("A whole message of the same kind.")] JsonElement Message);
