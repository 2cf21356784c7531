using Chimera.Api.Rest;
using Chimera.Domain;
using Chimera.Projections;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace Chimera.Api.GraphQL;

/// <summary>What went wrong, each with its code in <c>extensions.code</c>: those of the rules, of REST and our own; nothing of the library's.</summary>
internal sealed class Failures(ILogger<Failures> log) : ErrorInfoProvider(options => (options.ExposeCodes, options.ExposeData) = (false, false))
{
    public const string Depth = "graphql.depth", Complexity = "graphql.complexity", Method = "graphql.method", DocumentUnknown = "graphql.document-unknown",
        DocumentId = "graphql.document-id", DocumentOnly = "graphql.document-only", DocumentSize = "graphql.document-size", SubscriberSlow = "graphql.subscriber-slow",
        Internal = "internal", Operation = "graphql.operation";

    private const string InternalText = "Something went wrong here. The log tells what, under this trace id.";

    public static ExecutionError Error(string code, string message) => new(message) { Code = code };

    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        foreach (var (name, value) in executionError.Extensions ?? []) extensions[name] = value;
        return new() { Message = executionError.Message, Extensions = extensions };
    }

    /// <summary>A resolver threw: a rule keeps its code; all else is our own fault, logged and not shown.</summary>
    public Task Translate(UnhandledExceptionContext failed, HttpContext http)
    {
        failed.Exception = failed.OriginalException switch
        {
            RuleViolationException broken => Error(broken.Code, broken.Message),
            RefusedRequestException refused => Error(refused.Code, refused.Message),
            Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.QueryCanceled } => Error("graphql.timeout", "It took too long; ask for less, or by a column that has an index."),
            FeedOverrunException => Error(SubscriberSlow, "More happened than was taken; subscribe again and take it sooner."),
            var fault => Fault(fault, http)
        };
        return Task.CompletedTask;
    }

    private ExecutionError Fault(Exception fault, HttpContext http)
    {
        var trace = RequestTrace.Of(http);
        log.LogError(fault, "{Method} {Path} failed, trace {TraceId}", http.Request.Method, http.Request.Path, trace);
        return new(InternalText) { Code = Internal, Extensions = new Dictionary<string, object?> { ["trace_id"] = trace } };
    }

    private static string CodeOf(ExecutionError error) => error switch
    {
        { Code: { } code } when code.Contains('.', StringComparison.Ordinal) || code == Internal => code,
        SyntaxError => "graphql.syntax",
        InvalidVariableError => "graphql.variables",
        ValidationError => "graphql.validation",
        InvalidOperationError or DocumentError => Operation,
        UnhandledError => Internal,
        _ => "graphql.request"
    };
}
