using System.Text.Json;
using Chimera.Domain;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace Chimera.McpServers.Records;

/// <summary>For real back ends whose platform knows no keys and takes money: keeps first answers in <c>chimera_mcp.answers</c>, so that a repeat costs nothing.</summary>
internal sealed class KeepingGate(Database records, ILogger log) : ICallGate
{
    private const string Insert = """
        insert into chimera_mcp.answers (server, tool, idempotency_key, answer) values ($1, $2, $3, $4::json) on conflict do nothing
        """;

    private const string Select = "select answer::text from chimera_mcp.answers where server = $1 and tool = $2 and idempotency_key = $3";

    public bool KeepsAnswers => true;

    public async Task<Passage> Enter(CallName call, string? idempotencyKey, CancellationToken cancellation) =>
        new(idempotencyKey is null ? null : await Find(call, idempotencyKey, cancellation));

    public async Task<Answered> Keep(CallName call, string idempotencyKey, Answered answer, CancellationToken cancellation)
    {
        try
        {
            await using var insert = (await records.Ready(cancellation)).CreateCommand(Insert);
            insert.Parameters.AddRange(Texts(call.Server, call.Tool, idempotencyKey, ChimeraJson.Write(answer).GetRawText()));
            await insert.ExecuteNonQueryAsync(cancellation);
            return await Find(call, idempotencyKey, cancellation) ?? answer;
        }
        catch (NpgsqlException lost)
        {
            log.LogError(lost, "An answer of {Tool} cannot be kept: a repeat will be done and paid for again", call.Tool);
            return answer;
        }
    }

    private async Task<Answered?> Find(CallName call, string idempotencyKey, CancellationToken cancellation)
    {
        await using var query = (await records.Ready(cancellation)).CreateCommand(Select);
        query.Parameters.AddRange(Texts(call.Server, call.Tool, idempotencyKey));
        return await query.ExecuteScalarAsync(cancellation) is string kept ? JsonSerializer.Deserialize<Answered>(kept, ChimeraJson.Stored) : null;
    }

    private static NpgsqlParameter[] Texts(params string[] values) => [.. values.Select(value => new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Text })];
}
