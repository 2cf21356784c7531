namespace Chimera.Domain.Policies;

public enum Decision { Approve, Reject, Escalate }

/// <summary>What one check of a judge found.</summary>
/// <param name="Check"><c>persona</c>, <c>safety</c> or <c>budget</c>.</param>
/// <param name="Score">0 (unfit) to 1 (fit).</param>
/// <param name="Flags">Named findings; a hard safety flag always reaches a human.</param>
/// <param name="CostUsd">What it took to find out, in US dollars.</param>
public sealed record CheckScore(string Check, double Score, IReadOnlyList<string> Flags, string Reason, string ModelUsed, decimal CostUsd = 0);

/// <summary>A judge's decision with everything it rests on, so that it can be replayed.</summary>
public sealed record Judgement(Decision Decision, string Reason, string PolicyVersion, double Confidence, IReadOnlyList<CheckScore> Checks);
