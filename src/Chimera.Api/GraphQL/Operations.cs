using Chimera.Api.Rest;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;

namespace Chimera.Api.GraphQL;

/// <summary>Executes the operations of requests, however they came.</summary>
internal sealed class Operations(IDocumentExecuter executer, ISchema schema, DocumentCache cache, PersistedDocuments persisted, Failures failures, Limits limits)
{
    private const int LongestDocument = 64 * 1024;

    public async Task<ExecutionResult> Execute(GraphQLRequest request, HttpContext http, bool isGet, CancellationToken cancellation)
    {
        try
        {
            return await Execute(TextOf(request), request, http, isGet ? limits.OfGet : limits, cancellation);
        }
        catch (RefusedRequestException refused)
        {
            return new ExecutionResult(Failures.Error(refused.Code, refused.Message));
        }
    }

    private async Task<ExecutionResult> Execute(string text, GraphQLRequest request, HttpContext http, Limits allowed, CancellationToken cancellation)
    {
        var known = cache.Find(text);
        var options = new ExecutionOptions
        {
            Query = text, Document = known, OperationName = string.IsNullOrEmpty(request.OperationName) ? null : request.OperationName,
            Variables = request.Variables, Schema = schema, RequestServices = http.RequestServices, CancellationToken = cancellation,
            UnhandledExceptionDelegate = failed => failures.Translate(failed, http)
        };
        // What was valid once is not looked at again; whether this method and these variables allow it, is.
        if (known is not null) options.ValidationRules = [];
        options.Listeners.Add(allowed);
        var result = await executer.ExecuteAsync(options);
        if (known is null && result is { Executed: true, Document: { } document }) cache.Add(text, document, schema);
        return result;
    }

    private string TextOf(GraphQLRequest request)
    {
        if (!string.IsNullOrEmpty(request.DocumentId)) return persisted.Find(request.DocumentId);
        persisted.RequireAllowed(request.Query!);
        return request.Query!.Length <= LongestDocument
            ? request.Query
            : throw new RefusedRequestException(400, Failures.DocumentSize, $"A document has at most {LongestDocument} characters.");
    }
}
