using Npgsql;

namespace Chimera.Api.Cli;

/// <summary>Plays a stranger on the sandbox network, who asks an agent something and waits for the reply.</summary>
internal sealed class DemoVisitor(NpgsqlDataSource database, Action<string> say)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Pause = TimeSpan.FromMilliseconds(200);

    private string? mention;

    /// <summary>Mentions the first agent that has a Twitter account.</summary>
    public async Task Ask(Brief brief, CancellationToken cancellation)
    {
        if (brief.Agents.Select(agent => agent.SocialHandles?.Twitter).FirstOrDefault(name => name is { Length: > 0 }) is not { } handle) return;
        var question = $"@{handle.TrimStart('@')} that looks lovely! Does it work in winter, too?";
        await using var command = database.CreateCommand("select chimera_sandbox.mention($1, 'a_neighbour')");
        command.Parameters.Add(new() { Value = question });
        mention = (string?)await command.ExecuteScalarAsync(cancellation);
        say($"a visitor asks: {question}");
    }

    /// <summary>Waits for the reply and tells it.</summary>
    /// <returns>False when none came.</returns>
    public async Task<bool> Reply(CancellationToken cancellation)
    {
        if (mention is null) return true;
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(Pause, cancellation))
        {
            await using var command = database.CreateCommand("select '@' || handle || ' replies: ' || text from chimera_sandbox.posts where reply_to = $1");
            command.Parameters.Add(new() { Value = mention });
            if (await command.ExecuteScalarAsync(cancellation) is not string reply) continue;
            say(reply);
            return true;
        }
        return false;
    }
}
