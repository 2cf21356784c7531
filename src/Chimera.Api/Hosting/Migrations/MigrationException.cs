namespace Chimera.Api.Hosting;

/// <summary>The database and this program do not fit together.</summary>
/// <param name="code">What is wrong, <c>db.word</c>, for programs.</param>
/// <param name="message">What is wrong and what to do, for people.</param>
public sealed class MigrationException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
