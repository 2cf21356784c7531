using Npgsql;

namespace Chimera.Integrations.Sandbox;

/// <summary>What is on the sandbox network, for its pages; posts get there through the platforms' tool servers.</summary>
public sealed class SandboxNetwork(NpgsqlDataSource database)
{
    /// <summary>The newest posts, newest first.</summary>
    public Task<IReadOnlyList<SandboxPost>> Latest(int limit, CancellationToken cancellation) =>
        Posts("order by position desc limit $1", limit, cancellation);

    /// <summary>The post of this id, or null.</summary>
    public async Task<SandboxPost?> FindPost(string postId, CancellationToken cancellation) =>
        await Posts("where post_id = $1", postId, cancellation) is [var post, ..] ? post : null;

    private async Task<IReadOnlyList<SandboxPost>> Posts(string which, object value, CancellationToken cancellation)
    {
        await using var query = database.CreateCommand($"select {SandboxPost.Columns} from chimera_sandbox.posts {which}");
        query.Parameters.Add(new() { Value = value });
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var posts = new List<SandboxPost>();
        while (await rows.ReadAsync(cancellation)) posts.Add(SandboxPost.Read(rows));
        return posts;
    }
}
