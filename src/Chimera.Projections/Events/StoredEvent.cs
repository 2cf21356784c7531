using System.Net;
using System.Text;

namespace Chimera.Projections.Events;

/// <summary>An event as it is stored: what happened, when, and on whose behalf.</summary>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Sequence">Its place among all events, from 1; some numbers are never used.</param>
/// <param name="Data">The event itself, or an <see cref="UnreadableEvent"/>.</param>
/// <param name="TypeName">The name it is stored under, <c>task_planned</c>.</param>
/// <param name="Utf8">The data as stored, JSON.</param>
/// <param name="Source"><c>human</c>, <c>model</c> or <c>platform</c>.</param>
public sealed record StoredEvent(
    Guid Id, Guid StreamId, long Version, long Sequence, object Data, string TypeName, DateTimeOffset Timestamp, string? TraceId = null,
    Guid? AgentId = null, IPAddress? IpAddress = null, string? UserAgent = null, string? User = null, ReadOnlyMemory<byte> Utf8 = default, string? Source = null,
    string? CorrelationId = null, string? CausationId = null)
{
    /// <summary>The data as text, made when it is asked for: whoever folds does not need it.</summary>
    public string Json => Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>Stands for an event that this version of the program cannot read; it is poison to every table but the audit log.</summary>
/// <param name="Code"><c>event.unknown-type</c> or <c>event.misfit</c>.</param>
public sealed record UnreadableEvent(string Code, string Reason);
