using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Dispatching;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Models;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Reviewing;
using Chimera.Handlers.Tasks;
using Chimera.Handlers.Tools;
using Chimera.Handlers.Working;

namespace Chimera.Api.Hosting;

/// <summary>The planner's, worker's and judge's own parts; what they work with comes from the integrations.</summary>
internal static class Stages
{
    public static void AddStages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<StateCache>();
        builder.Services.AddSingleton<IUnits, MartenUnits>();
        builder.AddPool<WorkingStage, WorkItem, TaskOrder, Finished>(builder.Configuration.GetSection(WorkerOptions.Section).Get<WorkerOptions>() ?? new());
        builder.AddPool<JudgingStage, ReviewItem, Review, Judgement>(builder.Configuration.GetSection(JudgeOptions.Section).Get<JudgeOptions>() ?? new());
        builder.AddPool<ReviewingStage, ApplyHitlDecision, HitlItem, HitlItem>(new());
        builder.AddPool<AddingStage, PlanTask, PlanTask, PlanTask>(new());
        builder.AddPool<RecordingStage, ToolCallRecord, ToolCallRecord, ToolCallRecord>(new());
        builder.AddPool<ModelRecordingStage, ModelCallRecord, ModelCallRecord, ModelCallRecord>(new());
        builder.Services.AddSingleton<IModelCallLog, StoredModelCalls>();
        builder.Services.AddSingleton<IWorkplace, OwnWorkplace>();
        builder.Services.AddSingleton<Worker>();
        builder.Services.AddSingleton<ITaskExecutor, PostPreparer>();
        builder.Services.AddSingleton<ITaskExecutor, TransactionPreparer>();
        builder.Services.AddSingleton(ReviewPolicy.Default);
        builder.Services.AddSingleton(ReplyPolicy.Default);
        builder.Services.AddSingleton(TrendPolicy.Default);
        builder.Services.AddSingleton<Judge>();
        builder.Services.AddSingleton<Committer>();
    }

    internal static void AddPool<TStage, TItem, TJob, TDone>(this WebApplicationBuilder builder, PoolOptions options)
        where TStage : class, IStage<TItem, TJob, TDone> where TJob : class where TDone : class
    {
        builder.Services.AddSingleton<TStage>();
        builder.Services.AddSingleton(services => new StagePool<TItem, TJob, TDone>(
            services.GetRequiredService<TStage>(), services.GetRequiredService<IUnits>(), options, services.GetRequiredService<TimeProvider>()));
    }
}
