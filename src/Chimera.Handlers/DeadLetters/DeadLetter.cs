using System.Data.Common;
using System.Text.Json;
using Chimera.Domain;
using Marten;
using Npgsql;
using Wolverine;
using Wolverine.Runtime.Serialization;

namespace Chimera.Handlers.DeadLetters;

/// <summary>A message that failed for good, and why.</summary>
/// <param name="Queue">Where it was received.</param>
/// <param name="Body">As it is stored: the message with its headers.</param>
public sealed record DeadLetter(Guid Id, string MessageType, string? Queue, string? ErrorType, string? ErrorMessage, DateTimeOffset FailedAt, byte[] Body)
{
    public const string Table = "chimera_messages.wolverine_dead_letters", FailedAtColumn = "coalesce(failed_at, sent_at, 'epoch')";
    public const string Select = $"select id, message_type, received_at, exception_type, exception_message, {FailedAtColumn}, body from {Table}";

    private readonly Lazy<Envelope> envelope = new(() => EnvelopeSerializer.Deserialize(Body));

    public IDictionary<string, string?> Headers => envelope.Value.Headers;

    /// <summary>Null when what was stored is no JSON.</summary>
    public JsonElement? Json()
    {
        try
        {
            return JsonElement.Parse(envelope.Value.Data ?? []);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when this program has no such message, or cannot read it.</summary>
    public object? Message()
    {
        if (StageMessages.TypeOf(MessageType) is not { } type || Json() is not { } json) return null;
        try
        {
            return json.Deserialize(type, ChimeraJson.Stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body with another message in the same envelope.</summary>
    public byte[] With(JsonElement message)
    {
        var edited = EnvelopeSerializer.Deserialize(Body);
        edited.Data = JsonSerializer.SerializeToUtf8Bytes(message);
        return EnvelopeSerializer.Serialize(edited);
    }

    public static DeadLetter Read(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 4),
        row.GetFieldValue<DateTimeOffset>(5), (byte[])row.GetValue(6));

    internal static async Task<DeadLetter> Get(IQuerySession session, Guid id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Select} where id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : throw new UnknownIdException("dead-letter", id);
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
