namespace Chimera.Handlers;

/// <summary>The names of the durable queues between the stages.</summary>
public static class Queues
{
    public const string Plan = "plan", Work = "work", Review = "review", Decide = "decide", Commit = "commit", Campaigns = "campaigns";

    /// <summary>Chunks that may stand before a pool at a time, where the highest priority goes first (ADR 0007).</summary>
    public const int WorkInSight = 1000;
}
