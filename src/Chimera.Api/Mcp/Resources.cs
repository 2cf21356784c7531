using Chimera.Api.Rest;
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
