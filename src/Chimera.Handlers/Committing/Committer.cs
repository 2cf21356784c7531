using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Microsoft.Extensions.Logging;

namespace Chimera.Handlers.Committing;

/// <summary>Carries out approved effects on the platforms. A lost answer is looked up, never sent again blindly.</summary>
public sealed class Committer(IEnumerable<ISocialPlatform> platforms, ILogger<Committer> log)
{
    private readonly ISocialPlatform[] platforms = [.. platforms];

    public async Task<EffectOutcome> Commit(DueEffect effect, CancellationToken cancellation)
    {
        try
        {
            if (effect.Task.Type == TaskType.ExecuteTransaction) throw new ToolException(ErrorTable.NotConfigured, "No wallet is configured.");
            return await Publish(effect, cancellation);
        }
        catch (ToolException refusal)
        {
            return new(Refused: new(refusal.ErrorType, refusal.Message));
        }
    }

    private async Task<EffectOutcome> Publish(DueEffect effect, CancellationToken cancellation)
    {
        var post = ChimeraJson.Read<PreparedPost>(effect.Result.OutputData!.Value, "result.output");
        var platform = platforms.FirstOrDefault(one => one.Serves(post.Platform))
            ?? throw new ToolException(ErrorTable.NotConfigured, $"{ChimeraJson.NameOf(post.Platform)} is not configured.");
        var key = effect.Result.IdempotencyKey!;
        try
        {
            if (effect.Retried && await platform.Find(key, cancellation) is { } earlier) return Published(effect, post, earlier, reconciled: true);
            return Published(effect, post, await platform.Publish(key, effect.Agent, post, cancellation), reconciled: false);
        }
        catch (Exception lost) when (lost is not ToolException && !cancellation.IsCancellationRequested)
        {
            log.LogWarning(lost, "The answer to post {Key} was lost", key);
            return await Reconcile(effect, post, platform, key, lost, cancellation);
        }
    }

    private static async Task<EffectOutcome> Reconcile(
        DueEffect effect, PreparedPost post, ISocialPlatform platform, string key, Exception lost, CancellationToken cancellation)
    {
        try
        {
            if (await platform.Find(key, cancellation) is { } found) return Published(effect, post, found, reconciled: true);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(Unknown: new(ErrorTable.OutcomeUnknown, $"{lost.Message}; looking it up failed too: {failure.Message}"));
        }
        return new(Unknown: new(ErrorTable.OutcomeUnknown, lost.Message));
    }

    private static EffectOutcome Published(DueEffect effect, PreparedPost post, PostContentOutput published, bool reconciled) =>
        new(effect.Task.Type == TaskType.ReplyComment
            ? ChimeraJson.Write(new ReplyCommentOutput(post.Text!, [], 0, post.SafetyCheck ?? new(true, []), post.ReplyTo!, published.PostId, published.PostUrl, published.PostedAt))
            : ChimeraJson.Write(published), reconciled);
}
