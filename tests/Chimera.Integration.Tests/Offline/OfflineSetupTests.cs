using Chimera.Domain.Tasks;
using Chimera.Handlers.Judging;
using Chimera.Handlers.Planning;
using Chimera.Handlers.Working;
using Chimera.Integrations;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.Offline;

public sealed class OfflineSetupTests
{
    [Fact]
    public void offline_the_platform_has_a_planner_both_judges_and_an_executor_for_text_and_replies()
    {
        using var services = new ServiceCollection().AddOfflineModels().BuildServiceProvider(validateScopes: true);
        Assert.Equal("offline-planner", services.GetRequiredService<IPlanner>().ModelUsed);
        Assert.Equal([TaskType.GeneratePost, TaskType.ReplyComment], services.GetServices<ITaskExecutor>().Select(executor => executor.Type));
        Assert.NotNull(services.GetRequiredService<IPersonaJudge>());
        Assert.NotNull(services.GetRequiredService<ISafetyJudge>());
    }
}
