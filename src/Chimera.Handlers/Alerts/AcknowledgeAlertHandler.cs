using Chimera.Domain.Alerts;
using Marten;

namespace Chimera.Handlers.Alerts;

public static class AcknowledgeAlertHandler
{
    public static async Task Handle(AcknowledgeAlert command, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await session.Streams().Begin(now, [command.AlertId], cancellation);
        var alert = step.Get<Alert>(command.AlertId);
        step.Append(alert.Id, AlertDecider.Decide(command, alert, now), new(alert.AgentId, null));
        session.Apply(step);
    }
}
