namespace Chimera.Simulation.Running;

/// <summary>A message in the outbox and inbox. Its id follows from what caused it, so the same schedule sends the same messages.</summary>
/// <param name="IsCommand">A person or program outside asked for it; it may be refused.</param>
public sealed record Envelope(ulong Id, int Number, object Body, bool IsCommand)
{
    public bool Handled { get; set; }

    public override string ToString() => $"{Body.GetType().Name} #{Number}";
}

/// <summary>One copy of a message on its way; each redelivery counts as another round.</summary>
public sealed class Delivery(Envelope envelope, int copy)
{
    public Envelope Envelope { get; } = envelope;
    public int Copy { get; } = copy;
    public int Round { get; set; }

    /// <summary>How often the handler was tried since the copy was last taken out of the queue.</summary>
    public int Attempt { get; set; }

    /// <summary>A number of its own for the nth decision in this copy, round and attempt.</summary>
    public int Place(int n) => (((Copy * 32) + (Round * 8) + Attempt) * 64) + n;

    public override string ToString() =>
        Envelope + (Copy > 0 ? $" (copy {Copy})" : "") + (Round > 0 ? $" (round {Round})" : "") + (Attempt > 0 ? $" (again, {Attempt})" : "");
}
