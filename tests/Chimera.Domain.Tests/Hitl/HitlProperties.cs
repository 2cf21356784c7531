using Chimera.Domain.Hitl;
using Chimera.Domain.Tasks;
using CsCheck;
using static Chimera.Domain.Tests.Hitl.HitlHistory;

namespace Chimera.Domain.Tests.Hitl;

public sealed class HitlProperties
{
    private static readonly Gen<string> Reviewer = Gen.OneOf("bob", "eve", "");

    [Fact]
    public void a_repeated_command_changes_nothing() => Walk.RepeatsChangeNothing(typeof(HitlDecider), HitlItem.Evolve, [Opened], Moves());

    [Fact]
    public void an_item_is_decided_at_most_once() =>
        Moves().Array[1, 30].Sample(walk =>
        {
            var (item, decisions) = (HitlItem.Evolve(null, Opened)!, 0);
            foreach (var happened in walk.SelectMany(move => Walk.Decided(move, item) ?? []))
            {
                if (happened is HitlItemDecided) decisions++;
                item = HitlItem.Evolve(item, happened)!;
            }
            Assert.InRange(decisions, 0, 1);
        }, iter: 1_000);

    private static Gen<Move<HitlItem, HitlEvent>> Moves() => Gen.Frequency(
        (4, Reviewer.Select(to => Move(new AssignHitlItem(HitlId, to), HitlDecider.Decide))),
        (4, Gen.Select(Gen.Enum<HitlDecision>(), Reviewer, Gen.Bool, (decision, reviewer, output) => Move(
            new DecideHitlItem(HitlId, decision, reviewer, "fine", output ? Better : null),
            (command, item, now) => HitlDecider.Decide(command, item, TaskType.PostContent, now)))),
        (1, Gen.Const(Move(new CancelHitlItem(HitlId, "over"), HitlDecider.Decide))));

    private static Move<HitlItem, HitlEvent> Move<T>(T command, Func<T, HitlItem, DateTimeOffset, HitlEvent[]> decide) where T : notnull =>
        new(command, item => decide(command, item, Now));
}
