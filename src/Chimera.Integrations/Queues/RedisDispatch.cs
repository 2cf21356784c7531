using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Handlers.Dispatching;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Puts tasks and results into the lists. New ones go to the left, taken is from the right; what is urgent goes to the right at once .</summary>
internal sealed class RedisDispatch(RedisConnections redis, RedisOptions options, Leases leases, ILogger<RedisDispatch> log) : IDispatch
{
    private const int Urgent = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task<bool> Offer(IReadOnlyList<AgentTask> tasks) => Reached(async database =>
    {
        var news = tasks.Where(leases.Offer).ToArray();
        try
        {
            await Task.WhenAll(news.GroupBy(task => task.AgentId).Select(agent => Push(database, agent.Key, [.. agent])));
        }
        catch
        {
            foreach (var lease in news.Select(task => leases.Of(task.Id)).OfType<Lease>()) leases.Done(lease);
            throw;
        }
    });

    public Task<bool> Present(IReadOnlyList<TaskResult> results) => Reached(async database =>
    {
        foreach (var result in results) leases.Present(result.TaskId, result.Attempt, PlanTask.DefaultTimeoutSeconds);
        await database.ListLeftPushAsync(RedisKeys.ReviewQueue, [.. results.Select(result => Json(ResultEntry.Of(result)))]);
    });

    private async Task Push(IDatabase database, Guid agent, AgentTask[] tasks)
    {
        var list = RedisKeys.TaskQueue(agent);
        RedisValue[] later = [.. tasks.Where(task => task.Priority < Urgent).Select(task => Json(TaskEntry.Of(task)))];
        RedisValue[] urgent = [.. tasks.Where(task => task.Priority >= Urgent).OrderBy(task => task.Priority).Select(task => Json(TaskEntry.Of(task)))];
        List<Task> sent = [];
        if (later.Length > 0) sent.Add(database.ListLeftPushAsync(list, later));
        if (urgent.Length > 0) sent.Add(database.ListRightPushAsync(list, urgent));
        if (options.OwnWorker) sent.Add(database.QueueUp(agent));
        await Task.WhenAll(sent);
    }

    private async Task<bool> Reached(Func<IDatabase, Task> send)
    {
        try
        {
            await leases.Opened.WaitAsync(Patience);
            await send(await redis.Database());
            return true;
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException)
        {
            log.LogInformation(lost, "The lists cannot be reached; the tasks wait");
            return false;
        }
    }

    private static RedisValue Json<T>(T entry) => JsonSerializer.SerializeToUtf8Bytes(entry, ChimeraJson.Stored);
}
