using System.Text.Json;

namespace Chimera.Handlers.DeadLetters;

/// <summary>Puts another message of the same kind in the place of one that failed for good.</summary>
public sealed record EditDeadLetter(Guid Id, JsonElement Message);

/// <summary>Sends the message on its way again, as if it had just been sent.</summary>
public sealed record RedriveDeadLetter(Guid Id);

/// <summary>Gives the message up: the tasks it is about fail, and those that wait for them are skipped.</summary>
public sealed record DiscardDeadLetter(Guid Id, string Reason);
