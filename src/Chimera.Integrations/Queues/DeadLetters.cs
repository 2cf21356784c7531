using System.Text.Json;
using Chimera.Domain;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>A refused entry as it stands in its list of dead letters.</summary>
/// <param name="Code">The rule it breaks.</param>
/// <param name="List">Where it was taken from.</param>
/// <param name="Entry">It, unchanged.</param>
public sealed record DeadLetter(string Code, string Message, string? Pointer, DateTimeOffset RefusedAt, string List, string Entry);

/// <summary>Keeps what was refused, where people find it.</summary>
internal sealed class DeadLetters(RedisConnections redis, TimeProvider clock, ILogger<DeadLetters> log)
{
    public async Task Add(RedisKey into, Taken taken, RuleViolationException broken)
    {
        log.LogWarning("Refused an entry of {List} as {Code}: {Message}", taken.List, broken.Code, broken.Message);
        var letter = new DeadLetter(broken.Code, broken.Message, broken.Pointer, clock.GetUtcNow(), taken.List.ToString(), taken.Entry.ToString());
        var database = await redis.Database();
        await database.ListLeftPushAsync(into, JsonSerializer.SerializeToUtf8Bytes(letter, ChimeraJson.Stored));
    }
}
