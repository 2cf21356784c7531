using Chimera.Api.GraphQL.Schema;
using Chimera.Projections.Events;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Past;

/// <summary>An event as the schema shows it.</summary>
internal sealed class EventType
{
    public ObjectGraphType Graph { get; } = Plain.Of<StoredEvent>("Event", "Something that happened.",
        ("id", Scalars.Id.Required(), one => one.Id), ("streamId", Scalars.Id.Required(), one => one.StreamId),
        ("version", Scalars.Long.Required(), one => one.Version), ("sequence", Scalars.Long.Required(), one => one.Sequence),
        ("type", Scalars.Text.Required(), one => one.TypeName), ("timestamp", MomentScalar.Instance.Required(), one => one.Timestamp),
        ("data", JsonScalar.Instance.Required(), one => one.Json), ("actor", Scalars.Text, one => one.User), ("source", Scalars.Text, one => one.Source),
        ("traceId", Scalars.Text, one => one.TraceId), ("correlationId", Scalars.Text, one => one.CorrelationId), ("causationId", Scalars.Text, one => one.CausationId),
        ("agentId", Scalars.Id, one => one.AgentId), ("ipAddress", Scalars.Text, one => one.IpAddress?.ToString()), ("userAgent", Scalars.Text, one => one.UserAgent));
}
