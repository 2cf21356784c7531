using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers;
using Chimera.Handlers.Committing;
using Chimera.Handlers.Working;

namespace Chimera.Integration.Tests.Pipeline;

public sealed class DueEffectTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private readonly Guid agent = Guid.CreateVersion7(), task = Guid.CreateVersion7();
    private readonly Step step = new(Now);

    [Fact]
    public void an_approved_post_of_an_agent_that_is_gone_does_not_go_out()
    {
        Approved();
        Happened(agent, new AgentArchived(Now));

        Assert.Empty(CommittingStep.Request(step, [new(task, Result)]));
        Assert.Equal(TaskStage.Approved, step.Get<AgentTask>(task).Stage); // what is told of it leaves with a later store
        CommittingStep.PutOff(step, [new(task, Result)], []);

        Assert.Equal(TaskStage.Cancelled, step.Get<AgentTask>(task).Stage);
        Assert.Null(step.Get<TaskResult>(Result).IdempotencyKey);
    }

    [Fact]
    public void what_became_of_a_post_that_was_requested_before_is_found_out_even_when_its_agent_is_gone()
    {
        Approved();
        Assert.False(Assert.Single(CommittingStep.Request(step, [new(task, Result)])).Retried);
        Happened(agent, new AgentArchived(Now));

        Assert.True(Assert.Single(CommittingStep.Request(step, [new(task, Result)])).Retried);
    }

    private Guid Result => DerivedId.OfResult(task, 0);

    private void Approved()
    {
        var post = ChimeraJson.Write(new PreparedPost(Platform.Twitter, "hello", [], []));
        Happened(agent, new AgentCreated(agent, "Mara", null, new("mara.md", [], [], []), new("# Mara", "aa"), new("mara"), null, null, Now));
        Happened(task, new TaskPlanned(task, agent, null, TaskType.PostContent, 5, ChimeraJson.Write(new PostContentInput(Platform.Twitter, new("hello"))), [], [], 3, 300, "trace", 0, false, null, Now),
            new TaskStarted(Guid.NewGuid(), 0, Now), new TaskApproved(Result, Now));
        Happened(Result, new ResultSubmitted(Result, task, Guid.NewGuid(), TaskType.PostContent, 0, ResultStatus.Success, post, new(1, 0, 1, "test"), null, "trace", Now),
            new ResultApproved("judge", null, TaskResult.Sha256Of(post), null, Now));
    }

    private void Happened(Guid stream, params object[] events)
    {
        foreach (var @event in events) step.Evolve(stream, step.Of(stream).Version + 1, @event);
    }
}
