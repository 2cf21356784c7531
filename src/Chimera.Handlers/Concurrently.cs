namespace Chimera.Handlers;

/// <summary>Calls to models and tools of one chunk, some at a time, answers in the order of the questions.</summary>
internal static class Concurrently
{
    private const int AtATime = 16;

    public static async Task<TAnswer[]> Ask<TQuestion, TAnswer>(IReadOnlyList<TQuestion> questions, Func<TQuestion, Task<TAnswer>> ask, CancellationToken cancellation)
    {
        var answers = new TAnswer[questions.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation };
        await Parallel.ForAsync(0, questions.Count, limits, async (i, _) => answers[i] = await ask(questions[i]));
        return answers;
    }
}
