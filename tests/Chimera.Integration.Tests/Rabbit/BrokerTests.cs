using Chimera.Api.Hosting;
using Chimera.Api.Hosting.Rabbit;
using Chimera.Handlers;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Chimera.Integration.Tests.Rabbit;

/// <summary>What can befall a broker, and that nothing is lost by it and nothing doubled.</summary>
public sealed class BrokerTests(RabbitFixture rabbit, PostgresFixture postgres) : IClassFixture<RabbitFixture>
{
    private const Roles AllButWorker = Roles.All & ~Roles.Worker;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_broker_that_is_down_at_the_start_is_waited_for()
    {
        await rabbit.Server.Stop();
        await using var platform = new RabbitPlatform(rabbit.Server, postgres.ConnectionString);
        var starting = platform.Start();
        Assert.False(starting.IsCompleted);
        await rabbit.Running();
        await starting;

        await platform.Completed(await platform.Launch([.. Enumerable.Repeat("ok", 250)]), 250);
    }

    [Fact]
    public async Task a_broker_that_is_restarted_in_the_middle_gets_what_was_decided_meanwhile()
    {
        await using var platform = new RabbitPlatform(await rabbit.Running(), postgres.ConnectionString);
        await platform.Start();
        var first = await platform.Launch(["slow", .. Enumerable.Repeat("ok", 249)]);
        await Eventually.Is(() => Task.FromResult(platform.Tools.Executed.Count), executed => executed == 250, "all tasks to be in work");

        await rabbit.Server.Stop();
        var second = await platform.Launch([.. Enumerable.Repeat("ok", 150)]);
        await rabbit.Running();
        platform.Tools.Released.SetResult();

        await platform.Completed(first, 250);
        await platform.Completed(second, 150);
    }

    [Fact]
    public async Task what_stood_in_a_queue_that_was_deleted_is_sent_again()
    {
        await using var platform = new RabbitPlatform(await rabbit.Running(), postgres.ConnectionString);
        var host = await platform.Start(AllButWorker);
        var campaign = await platform.Launch([.. Enumerable.Repeat("ok", 250)]);
        await platform.Waiting(Queues.Work, 3);

        await platform.Broker(channel => channel.QueueDeleteAsync("chimera.work", cancellationToken: Stop));
        var guard = host.App.Services.GetRequiredService<QueueGuard>();
        await Eventually.Is(() => Task.FromResult(guard.Mended), mended => mended == 1, "the queue to be made again");
        await platform.Start(Roles.Worker);

        await platform.Completed(campaign, 250);
    }

    [Fact]
    public async Task the_readers_of_a_queue_that_was_deleted_read_the_new_one()
    {
        await using var platform = new RabbitPlatform(await rabbit.Running(), postgres.ConnectionString);
        await platform.Start();
        await platform.Completed(await platform.Launch("ok"), 1);

        foreach (var queue in RabbitQueue.All) await platform.Broker(channel => channel.QueueDeleteAsync(queue.Name, cancellationToken: Stop));

        await platform.Completed(await platform.Launch([.. Enumerable.Repeat("ok", 150)]), 150);
    }

    [Fact]
    public async Task messages_that_are_delivered_several_times_do_their_work_once()
    {
        await using var platform = new RabbitPlatform(await rabbit.Running(), postgres.ConnectionString);
        await platform.Start(AllButWorker);
        var campaign = await platform.Launch([.. Enumerable.Repeat("ok", 250)]);
        await platform.Waiting(Queues.Work, 3);
        await platform.Broker(Triple);
        await platform.Waiting(Queues.Work, 9);

        await platform.Start(Roles.Worker);
        await platform.Start(Roles.Worker);

        await platform.Completed(campaign, 250);
    }

    private static async Task<int> Triple(IChannel channel)
    {
        var copies = 0;
        var taken = new List<BasicGetResult>();
        while (await channel.BasicGetAsync("chimera.work", autoAck: true, Stop) is { } message) taken.Add(message);
        foreach (var message in taken.Concat(taken).Concat(taken))
        {
            await channel.BasicPublishAsync("", "chimera.work", mandatory: true, new BasicProperties(message.BasicProperties), message.Body, Stop);
            copies++;
        }
        return copies;
    }
}
