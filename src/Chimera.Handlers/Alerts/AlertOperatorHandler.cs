using Chimera.Domain.Alerts;
using Marten;
using Microsoft.Extensions.Logging;

namespace Chimera.Handlers.Alerts;

public static class AlertOperatorHandler
{
    public static async Task Handle(AlertOperator command, IDocumentSession session, ILogger<AlertOperator> log, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await Run(command, session.Streams(), now, cancellation);
        if (step.Changes.Count > 0) log.LogWarning("An operator is needed: {Code} of {Whose}: {Message}", command.Code, command.CampaignId ?? command.AgentId, command.Message);
        session.Apply(step);
    }

    public static async Task<Step> Run(AlertOperator command, IStreams streams, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = command.AlertId();
        var step = await streams.Begin(now, [id], cancellation);
        step.Append(id, AlertDecider.Decide(command, step.Find<Alert>(id), now), new(command.AgentId, null));
        return step;
    }
}
