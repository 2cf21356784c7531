using System.Net;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Projections.Events;
using Chimera.Projections.Tables;
using static Chimera.Projections.Tests.Past;

namespace Chimera.Projections.Tests;

public sealed class AuditLogFolds
{
    [Fact]
    public void the_agent_of_the_request_comes_before_the_agent_of_the_event()
    {
        Assert.Equal(Worker, AuditLogTable.Fold(null, Stored(Post, PostPlanned, agentId: Worker)).AgentId);
        Assert.Equal(Ada, AuditLogTable.Fold(null, Stored(Post, PostPlanned)).AgentId);
        Assert.Equal(Ada, AuditLogTable.Fold(null, Stored(Ada, AdaCreated)).AgentId);
        Assert.Null(AuditLogTable.Fold(null, Stored(Post, new TaskReopened(Later))).AgentId);
    }

    [Fact]
    public void an_event_is_logged_as_it_was_stored()
    {
        var @event = Stored(Post, PostPlanned, traceId: new string('t', 120), ip: IPAddress.IPv6Loopback) with { TypeName = new string('n', 60), Utf8 = """{"a":1}"""u8.ToArray() };

        Assert.Equal(
            new AuditRow(@event.Id, Ada, new string('n', 50), """{"a":1}""", new string('t', 100), Now, IPAddress.IPv6Loopback, "curl/8", 1, Post, "ada"),
            AuditLogTable.Fold(null, @event));
    }

    [Fact]
    public void every_event_of_the_domain_has_a_name_that_fits() =>
        Assert.All(EventTypes.ByName.Keys, name => Assert.InRange(name.Length, 1, 50));
}
