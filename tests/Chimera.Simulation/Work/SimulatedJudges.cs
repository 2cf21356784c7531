using Chimera.Domain.Policies;
using Chimera.Handlers.Judging;
using Chimera.Simulation.Running;

namespace Chimera.Simulation.Work;

/// <summary>Judges that find what the seed says about a result, always the same; at times they take long, or are down.</summary>
internal sealed class SimulatedJudges(Machine machine) : IPersonaJudge, ISafetyJudge
{
    private static readonly CheckScore InVoice = Persona(1), OffVoice = Persona(0.1),
        Safe = Safety(1), Doubtful = Safety(0.2), Loud = Safety(1, "shouting"), Unsafe = Safety(0, "violence");

    public async Task<CheckScore> CheckPersona(ReviewSubject subject, CancellationToken cancellation)
    {
        var (world, about) = (machine.World, Hash.Of(subject.Result.Id));
        var n = world.Count(Kind.JudgeFails, about);
        if (world.Fault(Kind.JudgeSlow, about, n)) await machine.Wait(world.Amount(Kind.JudgeSlow, about, n) * TimeSpan.FromSeconds(5));
        if (world.Fault(Kind.JudgeFails, about, n)) throw new OutageException();
        return world.Finding(Kind.PersonaLow, about, 1) != 0 ? OffVoice : InVoice;
    }

    public Task<CheckScore> CheckSafety(ReviewSubject subject, CancellationToken cancellation)
    {
        var found = machine.World.Finding(Kind.SafetyLow, Hash.Of(subject.Result.Id), 4) switch { 0 => Safe, 1 => Doubtful, 2 => Loud, _ => Unsafe };
        if (found == Unsafe) machine.World.Network.Unsafe.Add(subject.Result.Id);
        return Task.FromResult(found);
    }

    private static CheckScore Persona(double score) => new("persona", score, [], "voice", "simulated", 0.001m);
    private static CheckScore Safety(double score, params string[] flags) => new("safety", score, flags, "words", "simulated", 0.002m);
}
