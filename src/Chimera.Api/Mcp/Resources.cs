using System.Net.Mime;
using System.Text;
using Chimera.Api.Rest;
using Chimera.McpServers.Calls;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.Api.Mcp;

/// <summary>What an operator watches.</summary>
internal static class Resources
{
    public const string Inbox = "chimera://hitl", Campaign = "chimera://campaigns/";

    public static readonly McpServerResource[] All =
    [
        new OperationResource(
            new() { UriTemplate = Inbox, Name = "hitl", Title = "HITL inbox", Description = "What waits for a human, highest priority first: at most fifty items." },
            uri => uri == Inbox, (_, http, cancellation) => Hitl.Waiting(Part<Pages>(http), Part<HitlSubjects>(http), cancellation)),
        new OperationResource(
            new() { UriTemplate = Campaign + "{id}", Name = "campaign", Title = "Campaign", Description = "One campaign with its goals and books." },
            uri => IdOf(uri) is not null, (uri, http, cancellation) => Campaigns.Get(IdOf(uri)!.Value, Part<Streams>(http), cancellation))
    ];

    private static T Part<T>(HttpContext http) where T : notnull => http.RequestServices.GetRequiredService<T>();

    private static Guid? IdOf(string uri) => uri.StartsWith(Campaign, StringComparison.Ordinal) && Guid.TryParseExact(uri[Campaign.Length..], "D", out var id) ? id : null;
}

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
