using Npgsql;

namespace Chimera.Handlers.Pooling;

/// <summary>Stores groups of pieces, one transaction a group; a group that is refused is stored piece by piece, so that one never holds up another.</summary>
internal sealed class GroupStore<TItem, TJob, TDone>(IStage<TItem, TJob, TDone> stage, IUnits units, TimeProvider clock, TimeSpan noticeable)
    where TJob : class where TDone : class
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 5, 20, 50, 100, 250, 500, 1000 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    /// <summary>
    /// Begins pieces that are not begun, and stores what is to be stored. Afterwards each has ended, or still runs. Never throws: what goes wrong goes to
    /// whoever brought the piece.
    /// </summary>
    /// <param name="fresh">True when something has moved already, so that nothing remembered is trusted.</param>
    public async Task Store(Piece<TItem, TJob, TDone>[] pieces, bool fresh = false)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await StoreTogether(pieces, fresh || attempt > 0);
                return;
            }
            catch (Exception failure)
            {
                if (!await MayTryAgain(pieces, failure, attempt, fresh)) return;
            }
        }
    }

    private async Task<bool> MayTryAgain(Piece<TItem, TJob, TDone>[] pieces, Exception failure, int attempt, bool fresh)
    {
        if (pieces.Length > 1 && !IsOutage(failure))
        {
            foreach (var piece in pieces) await Store([piece], fresh: true);
            return false;
        }
        if (failure is StreamMovedException && attempt < Pauses.Length)
        {
            await Task.Delay(Pauses[attempt], clock);
            return true;
        }
        if (!fresh && attempt == 0 && !IsOutage(failure)) return true; // what it was decided on may be behind: it counts once everything is read anew
        foreach (var piece in pieces.Where(piece => !piece.IsRunning)) piece.Fail(failure); // what runs is stored when it has ended, its beginning with it
        return false;
    }

    private async Task StoreTogether(Piece<TItem, TJob, TDone>[] pieces, bool fresh)
    {
        await using var unit = units.Begin(pieces[0].Origin, fresh);
        var step = new Step(clock.GetUtcNow());
        await stage.Load(step, unit, Array.ConvertAll(pieces, piece => piece.Item), default);
        var begun = false;
        foreach (var piece in pieces.Where(piece => !piece.IsBegun))
            if (stage.Open(step, piece.Item) is { } job)
            {
                piece.Begin(stage, job);
                begun = true;
            }
        if (begun) await Noticed(pieces);
        step.Now = clock.GetUtcNow();
        var ended = pieces.Where(piece => !piece.IsRunning).ToArray();
        foreach (var piece in ended)
            if (piece.Done is { } done) stage.Close(step, piece.Item, done);
        await unit.Store(step, default);
        foreach (var piece in ended) piece.Stored();
    }

    /// <summary>Waits until all have ended, or one of them takes noticeably long.</summary>
    private Task Noticed(Piece<TItem, TJob, TDone>[] pieces) => pieces.Any(piece => piece.IsRunning)
        ? Task.WhenAny(Task.WhenAll(pieces.Select(piece => piece.Ran())), Task.Delay(noticeable, clock))
        : Task.CompletedTask;

    /// <summary>The store does not answer: asking it again for each piece would only take longer.</summary>
    private static bool IsOutage(Exception? failure) =>
        failure is NpgsqlException and not PostgresException or TimeoutException || (failure?.InnerException is { } inner && IsOutage(inner));
}
