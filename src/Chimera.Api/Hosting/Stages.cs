using Chimera.Domain.Policies;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Working;

namespace Chimera.Api.Hosting;

/// <summary>The planner's, worker's and judge's own parts; what they work with comes from the integrations.</summary>
internal static class Stages
{
    public static void AddStages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<StateCache>();
        builder.Services.AddSingleton(builder.Configuration.GetSection(WorkerOptions.Section).Get<WorkerOptions>() ?? new());
        builder.Services.AddSingleton<Worker>();
        builder.Services.AddSingleton<ITaskExecutor, PostPreparer>();
        builder.Services.AddSingleton<ITaskExecutor, TransactionPreparer>();
        builder.Services.AddSingleton(ReviewPolicy.Default);
        builder.Services.AddSingleton<Judge>();
        builder.Services.AddSingleton<Committer>();
    }
}
