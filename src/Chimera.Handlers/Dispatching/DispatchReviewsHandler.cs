using Chimera.Domain.Results;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Pooling;
using Wolverine;
using Wolverine.Attributes;

namespace Chimera.Handlers.Dispatching;

/// <summary>Takes the place of <see cref="ValidateResultsHandler"/> where results go through a list: they are presented there, and the message is done.</summary>
[WolverineIgnore]
public static class DispatchReviewsHandler
{
    public static async Task<OutgoingMessages> Handle(ValidateResults chunk, IUnits units, IDispatch dispatch, CancellationToken cancellation)
    {
        await using var unit = units.Begin(default, fresh: false);
        var step = await unit.Begin(default, chunk.Items.Select(item => item.ResultId), cancellation);
        var results = chunk.Items.Select(item => step.Find<TaskResult>(item.ResultId)).OfType<TaskResult>().Where(result => result.Stage == ResultStage.Submitted).ToArray();
        var later = new OutgoingMessages();
        if (results.Length > 0 && !await dispatch.Present(results)) later.Delay(chunk, CurrentWork.RetryTime);
        return later;
    }
}
