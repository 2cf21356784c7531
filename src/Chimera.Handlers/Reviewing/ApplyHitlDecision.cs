namespace Chimera.Handlers.Reviewing;

/// <summary>A human has decided; the result and its task follow.</summary>
public sealed record ApplyHitlDecision(Guid HitlId);
