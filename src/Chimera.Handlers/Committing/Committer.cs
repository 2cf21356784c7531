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
        if (effect.Task.Type == TaskType.ExecuteTransaction) return new(Refused: new(ErrorTable.NotConfigured, "No wallet is configured."));
        try
        {
            return await Publish(effect, cancellation);
        }
        catch (ToolException refusal)
        {
            // a refusal of the second request says nothing about the first; but it is asked, and looked up, again where that may help
            return effect.Retried && ErrorTable.HandlingOf(refusal.ErrorType) != ErrorHandling.Retry
                ? new(Unknown: new(ErrorTable.OutcomeUnknown, $"Requested before; now refused: {refusal.ErrorType} {refusal.Message}"))
                : new(Refused: refusal.Error);
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
            if (effect.Retried && await Find(platform, key, cancellation) is { } earlier) return Published(effect, post, earlier, reconciled: true);
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

    /// <summary>A refused look is no refused post: nothing is known by it.</summary>
    private static async Task<PostContentOutput?> Find(ISocialPlatform platform, string key, CancellationToken cancellation)
    {
        try
        {
            return await platform.Find(key, cancellation);
        }
        catch (ToolException refusal) when (ErrorTable.HandlingOf(refusal.ErrorType) != ErrorHandling.Retry)
        {
            throw new InvalidOperationException($"The post could not be looked up: {refusal.Message}", refusal);
        }
    }

    /// <summary>An answer that is none, such as a post without an id, is as good as lost.</summary>
    private static EffectOutcome Published(DueEffect effect, PreparedPost post, PostContentOutput published, bool reconciled)
    {
        published.Validate();
        return new(effect.Task.Type == TaskType.ReplyComment
            ? ChimeraJson.Write(new ReplyCommentOutput(post.Text!, [], 0, post.SafetyCheck ?? new(true, []), post.ReplyTo!, published.PostId, published.PostUrl, published.PostedAt))
            : ChimeraJson.Write(published), reconciled);
    }
}
