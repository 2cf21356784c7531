using Chimera.Domain.Tasks;
using Npgsql;

namespace Chimera.Integrations.Sandbox;

/// <summary>A post on the sandbox network.</summary>
public sealed record SandboxPost(
    string PostId, Platform Platform, Guid AgentId, string? Handle, string? Text, IReadOnlyList<string> MediaUrls, string? ReplyTo, string IdempotencyKey,
    DateTimeOffset PostedAt)
{
    internal const string Columns = "post_id, platform, agent_id, handle, text, media_urls, reply_to, idempotency_key, posted_at";

    internal static SandboxPost Read(NpgsqlDataReader row) => new(
        row.GetString(0), Enum.Parse<Platform>(row.GetString(1), ignoreCase: true), row.GetGuid(2), row.IsDBNull(3) ? null : row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<string[]>(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetString(7),
        row.GetFieldValue<DateTimeOffset>(8));
}
