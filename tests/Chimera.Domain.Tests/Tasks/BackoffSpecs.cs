using Chimera.Domain.Tasks;
using CsCheck;

namespace Chimera.Domain.Tests.Tasks;

public sealed class BackoffSpecs
{
    [Fact]
    public void a_wait_doubles_from_one_second_to_five_minutes_give_or_take_a_fifth() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 40]).Sample((task, retries) =>
        {
            var nominal = Math.Min(Math.Pow(2, retries), 300);
            Assert.InRange(Backoff.After(task, retries).TotalSeconds, nominal * 0.8 - 0.001, nominal * 1.2 + 0.001);
        });

    [Fact]
    public void no_number_of_retries_waits_longer_than_six_minutes() =>
        Assert.InRange(Backoff.After(Guid.NewGuid(), int.MaxValue), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));

    [Fact]
    public void a_replay_waits_the_same() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 20]).Sample((task, retries) => Backoff.After(task, retries) == Backoff.After(task, retries));

    [Fact]
    public void tasks_that_failed_together_do_not_return_together() =>
        Assert.True(Enumerable.Range(0, 100).Select(i => Backoff.After(new Guid(i, 0, 0, new byte[8]), 3)).Distinct().Count() > 50);

    [Fact]
    public void the_jitter_of_a_task_changes_with_each_retry() =>
        Assert.True(Enumerable.Range(9, 11).Select(retries => Backoff.After(Guid.Empty, retries)).Distinct().Count() > 5);
}
