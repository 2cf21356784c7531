namespace Chimera.Api.Hosting;

/// <summary>The private Postgres cannot serve; the message says why, with the last words of its log.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message) : base(message) { }

    public EmbeddedPostgresException(string message, Exception innerException) : base(message, innerException) { }

    public EmbeddedPostgresException(string message, string lastWords)
        : base(string.IsNullOrWhiteSpace(lastWords) ? message : $"{message}{Environment.NewLine}{lastWords.Trim()}") { }
}
