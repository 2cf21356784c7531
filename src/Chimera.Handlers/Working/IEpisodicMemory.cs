using System.Text.Json;

namespace Chimera.Handlers.Working;

/// <summary>What an agent went through in the last hour (specification 3.3); an hour after its last entry it is forgotten.</summary>
public interface IEpisodicMemory
{
    Task<Episode> Recall(Guid agentId, CancellationToken cancellation);

    /// <summary>Adds an interaction; those of more than an hour ago are dropped.</summary>
    Task Remember(Guid agentId, Interaction interaction, CancellationToken cancellation);

    /// <summary>Replaces the state of the conversation.</summary>
    Task SetContext(Guid agentId, JsonElement context, CancellationToken cancellation);
}

/// <summary>An agent's last hour, oldest first, and where its conversation stands.</summary>
public sealed record Episode(IReadOnlyList<Interaction> LastHour, JsonElement? ConversationContext);

/// <summary>Something that happened between an agent and others.</summary>
/// <param name="Kind">A word, such as <c>mention</c> or <c>reply</c>.</param>
public sealed record Interaction(DateTimeOffset At, string Kind, string Text);
