using Chimera.Handlers.Pooling;
using Marten;
using Wolverine;

namespace Chimera.Api.Hosting;

/// <summary>Carries who asked, from where and in which trace from the edge to every event, through all messages that follow.</summary>
public static class EventMetadata
{
    public const string TraceId = "trace_id";
    public static readonly string[] Propagated = [TraceId, Origin.SourceHeader, Origin.UserHeader];

    public static void Before(IDocumentSession session, Envelope envelope)
    {
        foreach (var name in new[] { TraceId, Origin.IpAddressHeader, Origin.UserAgentHeader, Origin.SourceHeader })
            if (envelope.TryGetHeader(name, out var value)) session.SetHeader(name, value!);
        if (envelope.TryGetHeader(Origin.UserHeader, out var user)) session.LastModifiedBy = user;
    }
}
