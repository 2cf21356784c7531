using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Social;

namespace Chimera.McpServers.Records;

/// <summary>Remembers each post by its key before the platform is asked, for no platform does: a repeat meets what the first call did.</summary>
internal sealed class PostRecords(Database database, string platform)
{
    /// <param name="publish">Publishes; for a record that is not new it looks first whether the earlier call did.</param>
    public async Task<Published> Once(string key, string handle, Draft draft, Func<PostRecord, Task<Published>> publish, CancellationToken cancellation)
    {
        await using var connection = await (await database.Ready(cancellation)).OpenConnectionAsync(cancellation);
        var table = new PostTable(platform, connection);
        await table.Lock(key, cancellation);
        try
        {
            var record = await table.Begin(key, handle, draft, cancellation);
            return record.Post ?? await Complete(table, record, publish, cancellation);
        }
        finally
        {
            await table.Unlock(key);
        }
    }

    public async Task<PostRecord?> Find(string key, CancellationToken cancellation)
    {
        await using var connection = await (await database.Ready(cancellation)).OpenConnectionAsync(cancellation);
        return await new PostTable(platform, connection).Find(key, cancellation);
    }

    /// <summary>What the platform calls the post on its way, kept before it is sent there.</summary>
    public async Task Refer(PostRecord record, string? reference, CancellationToken cancellation)
    {
        await using var connection = await (await database.Ready(cancellation)).OpenConnectionAsync(cancellation);
        await new PostTable(platform, connection).Refer(record.Key, reference, cancellation);
    }

    /// <summary>A post that was found later.</summary>
    public async Task<Published> Complete(PostRecord record, Published post, CancellationToken cancellation)
    {
        await using var connection = await (await database.Ready(cancellation)).OpenConnectionAsync(cancellation);
        await new PostTable(platform, connection).Complete(record.Key, post, cancellation);
        return post;
    }

    private static async Task<Published> Complete(PostTable table, PostRecord record, Func<PostRecord, Task<Published>> publish, CancellationToken cancellation)
    {
        try
        {
            var post = await publish(record);
            // the post is out: that is kept even when the caller no longer waits
            await table.Complete(record.Key, post, CancellationToken.None);
            return post;
        }
        catch (Exception refused) when (record.IsNew && (refused is RuleViolationException or ToolErrorException { Error.Code: not ErrorTable.OutcomeUnknown }))
        {
            await table.Forget(record.Key, CancellationToken.None);
            throw;
        }
    }
}
