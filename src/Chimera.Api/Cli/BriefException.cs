namespace Chimera.Api.Cli;

/// <summary>One thing wrong with a brief.</summary>
/// <param name="Pointer">RFC 6901 JSON pointer to the field; empty when it is the file as a whole.</param>
public sealed record BriefProblem(string Pointer, string Sentence);

/// <summary>A brief cannot be launched; nothing was sent to the host.</summary>
public sealed class BriefException(string file, params IReadOnlyList<BriefProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => $"{file}: {(problem.Pointer.Length > 0 ? problem.Pointer + ": " : "")}{problem.Sentence}")))
{
    public IReadOnlyList<BriefProblem> Problems { get; } = problems;
}
