using Chimera.Domain.Results;
using CsCheck;
using static Chimera.Domain.Tests.Results.ResultHistory;

namespace Chimera.Domain.Tests.Results;

public sealed class ResultProperties
{
    /// <summary>Apart from how often an effect was asked for: that is what a repeat is.</summary>
    [Fact]
    public void a_repeated_command_changes_nothing() => Walk.RepeatsChangeNothing(typeof(ResultDecider),
        (TaskResult? result, ResultEvent happened) => TaskResult.Evolve(result, happened) is { } next ? next with { EffectRequests = 0 } : null, [Submitted], Moves());

    /// <summary>X-1: no side effect before approval, and none but the approved one.</summary>
    [Fact]
    public void nothing_is_ever_sent_but_what_was_approved() =>
        Moves().Array[1, 30].Sample(walk =>
        {
            var result = TaskResult.Evolve(null, Submitted)!;
            string? approved = null;
            foreach (var move in walk)
            {
                foreach (var happened in Walk.Decided(move, result) ?? [])
                {
                    if (happened is ResultApproved approval) approved = approval.ContentSha256;
                    if (happened is EffectRequested request)
                    {
                        Assert.Equal((approved, ResultId.ToString()), (request.ContentSha256, request.IdempotencyKey));
                        Assert.Equal(approved, TaskResult.Sha256Of(result.OutputData!.Value));
                    }
                    result = TaskResult.Evolve(result, happened)!;
                }
            }
        }, iter: 1_000);

    private static Gen<Move<TaskResult, ResultEvent>> Moves() => Gen.OneOf(
        Gen.OneOf("judge", "human").Select(by => Move(new ApproveResult(ResultId, by, null, Approval), ResultDecider.Decide)),
        Gen.Frequency(
            (1, Gen.Const(Move(new RejectResult(ResultId, "judge", null, "off-brand", null), ResultDecider.Decide))),
            (2, Gen.Const(Move(new ApproveResult(ResultId, "judge", null, null), ResultDecider.Decide)))),
        Gen.Const(Move(new EscalateResult(ResultId, HitlId, "doubt", null), ResultDecider.Decide)),
        Gen.Frequency(
            (1, Gen.Const(Move(new ReplaceResult(ResultId, Modified, "bob"), ResultDecider.Decide))),
            (2, Gen.Const(Move(new EscalateResult(ResultId, HitlId, "doubt", Approval), ResultDecider.Decide)))),
        Gen.Const(Move(new RequestEffect(ResultId), ResultDecider.Decide)),
        Gen.OneOf(Later, Refused).Select(why => Move(new DeferEffect(ResultId, why), ResultDecider.Decide)),
        Gen.OneOf(Published, Post).Select(output => Move(new RecordEffect(ResultId, output, false), ResultDecider.Decide)),
        Gen.Const(Move(new FailEffect(ResultId, Refused), ResultDecider.Decide)),
        Gen.Const(Move(new LoseEffect(ResultId, Lost), ResultDecider.Decide)));

    private static Move<TaskResult, ResultEvent> Move<T>(T command, Func<T, TaskResult, DateTimeOffset, ResultEvent[]> decide) where T : notnull =>
        new(command, result => decide(command, result, Now));
}
