using Chimera.Domain.Results;
using Chimera.Handlers.Judging;
using Marten;
using Wolverine;
using Wolverine.Attributes;

namespace Chimera.Handlers.Dispatching;

/// <summary>Takes the place of <see cref="ValidateResultsHandler"/> where results go through a list: they are presented there, and the message is done.</summary>
[WolverineIgnore]
public static class DispatchReviewsHandler
{
    public static async Task<OutgoingMessages> Handle(
        ValidateResults chunk, IDocumentSession session, IDispatch dispatch, TimeProvider clock, CancellationToken cancellation) =>
        session.Apply(await Run(chunk, session.Streams(), dispatch, clock.GetUtcNow(), cancellation));

    public static async Task<Step> Run(ValidateResults chunk, IStreams streams, IDispatch dispatch, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = await streams.Begin(now, chunk.Items.Select(item => item.ResultId), cancellation);
        var results = chunk.Items.Select(item => step.Find<TaskResult>(item.ResultId)).OfType<TaskResult>().Where(result => result.Stage == ResultStage.Submitted).ToArray();
        if (results.Length > 0 && !await dispatch.Present(results)) step.Next.Send(chunk, now + DispatchStep.RetryTime);
        return step;
    }
}
