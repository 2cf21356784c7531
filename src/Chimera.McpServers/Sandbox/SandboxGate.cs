using System.Text.Json;
using Chimera.Domain;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Npgsql;

namespace Chimera.McpServers.Sandbox;

/// <summary>Counts each call, lets it fail as the knobs say, and remembers first answers: one round trip.</summary>
internal sealed class SandboxGate(Database sandbox) : ICallGate
{
    // a count may be lost when Postgres is killed; to wait for the disk with every call would cost more than it is worth
    private const string Hurry = "select set_config('synchronous_commit', 'off', true)";

    private const string Count = """
        with counted as (
            insert into chimera_sandbox.calls (server, tool, calls) values ($1, $2, 1)
            on conflict (server, tool) do update set calls = chimera_sandbox.calls.calls + 1),
        struck as (
            update chimera_sandbox.knobs set times_left = times_left - 1
            where server = $1 and tool = $2 and error_code is not null and (times_left is null or times_left > 0) and random() < error_share
            returning error_code, retry_after_seconds)
        select coalesce((select latency_ms from chimera_sandbox.knobs where server = $1 and tool = $2), 0),
            coalesce((select random() < lost_share from chimera_sandbox.knobs where server = $1 and tool = $2), false),
            (select error_code from struck), (select retry_after_seconds from struck),
            (select answer::text from chimera_sandbox.answers where server = $1 and tool = $2 and idempotency_key = $3)
        """;

    private const string Insert = """
        insert into chimera_sandbox.answers (server, tool, idempotency_key, answer) values ($1, $2, $3, $4::json) on conflict do nothing
        """;

    private const string Select = "select answer::text from chimera_sandbox.answers where server = $1 and tool = $2 and idempotency_key = $3";

    public bool KeepsAnswers => true;

    private sealed record Look(int LatencyMs, bool Loses, string? ErrorCode, int? RetryAfter, string? First);

    public async Task<Passage> Enter(CallName call, string? idempotencyKey, CancellationToken cancellation)
    {
        var look = await LookUp(call, idempotencyKey, cancellation);
        if (look.LatencyMs > 0) await Task.Delay(look.LatencyMs, cancellation);
        if (look.ErrorCode is { } code) throw new ToolErrorException(code, "The sandbox was told to answer so.", look.RetryAfter);
        return new(look.First is null ? null : JsonSerializer.Deserialize<Answered>(look.First, ChimeraJson.Stored), look.Loses);
    }

    public async Task<Answered> Keep(CallName call, string idempotencyKey, Answered answer, CancellationToken cancellation)
    {
        await using var batch = (await sandbox.Ready(cancellation)).CreateBatch();
        batch.BatchCommands.Add(new(Insert) { Parameters = { Text(call.Server), Text(call.Tool), Text(idempotencyKey), Text(ChimeraJson.Write(answer).GetRawText()) } });
        batch.BatchCommands.Add(new(Select) { Parameters = { Text(call.Server), Text(call.Tool), Text(idempotencyKey) } });
        return JsonSerializer.Deserialize<Answered>((string)(await batch.ExecuteScalarAsync(cancellation))!, ChimeraJson.Stored)!;
    }

    private async Task<Look> LookUp(CallName call, string? idempotencyKey, CancellationToken cancellation)
    {
        try
        {
            await using var batch = (await sandbox.Ready(cancellation)).CreateBatch();
            batch.BatchCommands.Add(new(Hurry));
            batch.BatchCommands.Add(new(Count) { Parameters = { Text(call.Server), Text(call.Tool), Text(idempotencyKey) } });
            await using var row = await batch.ExecuteReaderAsync(cancellation);
            await row.NextResultAsync(cancellation);
            await row.ReadAsync(cancellation);
            return new(row.GetInt32(0), row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3),
                row.IsDBNull(4) ? null : row.GetString(4));
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            sandbox.Doubt();
            throw;
        }
    }

    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
