namespace Chimera.Projections;

/// <summary>
/// Wakes the live tables when this process has committed events. Other processes' commits are found by looking: a NOTIFY inside an appending transaction
/// would make PostgreSQL serialise all of them.
/// </summary>
public sealed class TableWake : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Dispose() => signal.Dispose();

    public void Committed()
    {
        try
        {
            if (signal.CurrentCount == 0) signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // another commit has woken them at the same moment
        }
    }

    internal Task Wait(TimeSpan longest, CancellationToken cancellation) => signal.WaitAsync(longest, cancellation);
}
