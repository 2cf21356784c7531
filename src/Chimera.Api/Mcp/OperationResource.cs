using System.Net.Mime;
using System.Text;
using Chimera.Api.Rest;
using Chimera.McpServers.Calls;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

/// <summary>An operation of the API that is read at an address.</summary>
internal sealed class OperationResource(
    ResourceTemplate words, Func<string, bool> isMatch, Func<string, HttpContext, CancellationToken, Task<Reply>> read) : McpServerResource
{
    public override ResourceTemplate ProtocolResourceTemplate { get; } = new()
    {
        UriTemplate = words.UriTemplate, Name = words.Name, Title = words.Title, Description = words.Description, MimeType = MediaTypeNames.Application.Json
    };

    public override IReadOnlyList<object> Metadata => [];

    public override bool IsMatch(string uri) => isMatch(uri);

    public override async ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken = default)
    {
        var http = Requests.Of(request.Services!);
        try
        {
            var reply = await read(request.Params.Uri, http, cancellationToken);
            return new() { Contents = [new TextResourceContents { Uri = request.Params.Uri, MimeType = MediaTypeNames.Application.Json, Text = Encoding.UTF8.GetString(reply.Json!) }] };
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var error = Requests.Explain(failure, http);
            throw ToolErrors.ToException(error, error.Code.EndsWith(".unknown", StringComparison.Ordinal) ? McpErrorCode.ResourceNotFound : McpErrorCode.InternalError);
        }
    }
}
