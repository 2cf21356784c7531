using Marten;
using Wolverine;

namespace Chimera.Api.Hosting;

/// <summary>Carries who asked, from where and in which trace from the edge to every event, through all messages that follow.</summary>
public static class EventMetadata
{
    public const string TraceId = "trace_id", IpAddress = "ip_address", UserAgent = "user_agent", Source = "source", User = "user";
    public static readonly string[] Propagated = [TraceId, Source, User];

    public static void Before(IDocumentSession session, Envelope envelope)
    {
        foreach (var name in new[] { TraceId, IpAddress, UserAgent, Source })
            if (envelope.TryGetHeader(name, out var value)) session.SetHeader(name, value!);
        if (envelope.TryGetHeader(User, out var user)) session.LastModifiedBy = user;
    }
}
