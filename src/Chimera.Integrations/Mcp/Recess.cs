namespace Chimera.Integrations.Mcp;

/// <summary>How long a server is left alone after a failure: a second, and twice as long after each further one, up to half a minute.</summary>
internal sealed class Recess(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30);

    private TimeSpan pause;

    public DateTimeOffset Until { get; private set; }

    public bool IsOn => clock.GetUtcNow() < Until;

    public void Begin()
    {
        pause = pause == TimeSpan.Zero ? First : pause * 2 < Longest ? pause * 2 : Longest;
        Until = clock.GetUtcNow() + pause;
    }

    public void End() => (Until, pause) = (default, TimeSpan.Zero);
}
