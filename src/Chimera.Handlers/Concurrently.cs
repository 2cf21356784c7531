namespace Chimera.Handlers;

/// <summary>Calls to models and tools of one chunk, some at a time, answers in the order of the questions.</summary>
internal static class Concurrently
{
    private const int AtATime = 16;

    /// <summary>Asks on the caller's own context, so that a simulator decides who goes on. One failure ends the asking; calls under way are waited for.</summary>
    public static async Task<TAnswer[]> Ask<TQuestion, TAnswer>(IReadOnlyList<TQuestion> questions, Func<TQuestion, Task<TAnswer>> ask, CancellationToken cancellation)
    {
        var answers = new TAnswer[questions.Count];
        var (next, failed) = (-1, false);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(AtATime, questions.Count)).Select(_ => AskInTurn()));
        return answers;

        async Task AskInTurn()
        {
            try
            {
                while (!failed && Interlocked.Increment(ref next) is var i && i < answers.Length)
                {
                    cancellation.ThrowIfCancellationRequested();
                    answers[i] = await ask(questions[i]);
                }
            }
            catch
            {
                failed = true;
                throw;
            }
        }
    }
}
