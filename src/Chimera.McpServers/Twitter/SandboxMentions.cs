using System.Globalization;
using Chimera.Domain;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Sandbox;
using Npgsql;

namespace Chimera.McpServers.Twitter;

/// <summary>The mentions that somebody wrote into the sandbox's table.</summary>
internal sealed class SandboxMentions(Database sandbox) : IMentions, IResourceChanges
{
    private const int Page = 100;

    // as in chimera_sandbox.mention
    private const long FirstId = 1_000_000_000_000_000_000;

    private const string Columns = "position, username, display_name, verified, follower_count, content, created_at, likes, retweets, replies";

    public async Task<IReadOnlyList<Mention>> Since(string? mentionId, CancellationToken cancellation)
    {
        var sql = mentionId is null
            ? $"select * from (select {Columns} from chimera_sandbox.mentions order by position desc limit {Page}) newest order by position"
            : $"select {Columns} from chimera_sandbox.mentions where position > $1 order by position limit {Page}";
        await using var query = (await sandbox.Ready(cancellation)).CreateCommand(sql);
        if (mentionId is not null) query.Parameters.Add(new() { Value = PositionOf(mentionId) });
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var mentions = new List<Mention>();
        while (await rows.ReadAsync(cancellation)) mentions.Add(Read(rows));
        return mentions;
    }

    public IAsyncEnumerable<string> Watch(Action listening, CancellationToken cancellation) => sandbox.Changes(MentionsResource.Uri, due: null, listening, cancellation);

    private static long PositionOf(string mentionId)
    {
        Rule.Require(long.TryParse(mentionId, NumberStyles.None, CultureInfo.InvariantCulture, out var id), ToolErrors.InvalidArguments,
            "since_id is the id of a mention: digits.", "/since_id");
        return id - FirstId;
    }

    private static Mention Read(NpgsqlDataReader row) => new(
        (FirstId + row.GetInt64(0)).ToString(CultureInfo.InvariantCulture), new(row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetInt32(4)),
        row.GetString(5), row.GetFieldValue<DateTimeOffset>(6), new(row.GetInt32(7), row.GetInt32(8), row.GetInt32(9)));
}
