namespace Chimera.Handlers;

/// <summary>The names of the durable queues between the stages.</summary>
public static class Queues
{
    public const string Plan = "plan", Work = "work", Review = "review", Commit = "commit", Campaigns = "campaigns";

    /// <summary>Chunks of work that may stand before the worker's gate at a time, where the highest priority goes first (ADR 0007).</summary>
    public const int WorkInSight = 1000;
}
