using Chimera.Domain.Agents;
using CsCheck;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

public sealed class AgentProperties
{
    [Fact]
    public void a_repeated_command_changes_nothing() => Walk.RepeatsChangeNothing(typeof(AgentDecider), Agent.Evolve, [Created], Moves());

    private static Gen<Move<Agent, AgentEvent>> Moves()
    {
        var revise = Gen.Select(Gen.Int[0, 6], Gen.OneOf("", "a", "b", Wallet, OtherWallet, new string('x', 600)), (field, text) => field switch
        {
            0 => new ReviseAgent(Ada, Name: text),
            1 => new ReviseAgent(Ada, Bio: text),
            2 => new ReviseAgent(Ada, Persona: WarmPersona with { SoulMdPath = text }),
            3 => new ReviseAgent(Ada, Soul: new(text, "00")),
            4 => new ReviseAgent(Ada, SocialHandles: new(Instagram: text)),
            5 => new ReviseAgent(Ada, WalletAddress: text),
            _ => new ReviseAgent(Ada, Name: text, Bio: text, CharacterReferenceId: text)
        });
        return Gen.Frequency(
            (6, revise.Select(command => Move(command, AgentDecider.Decide))),
            (3, Gen.OneOf("budget", "holidays").Select(reason => Move(new PauseAgent(Ada, reason), AgentDecider.Decide))),
            (3, Gen.Const(Move(new ResumeAgent(Ada), AgentDecider.Decide))),
            (1, Gen.Const(Move(new ArchiveAgent(Ada), AgentDecider.Decide))));
    }

    private static Move<Agent, AgentEvent> Move<T>(T command, Func<T, Agent, DateTimeOffset, AgentEvent[]> decide) where T : notnull =>
        new(command, agent => decide(command, agent, Now));
}
