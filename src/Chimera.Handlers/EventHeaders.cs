using Marten;
using Marten.Internal.Sessions;

namespace Chimera.Handlers;

/// <summary>The metadata of a session's events as JSON, one text for all events of one subject.</summary>
internal sealed class EventHeaders(IDocumentSession session, ISerializer serializer)
{
    private readonly Dictionary<string, object> shared = (session as QuerySession)?.Headers ?? [];
    private readonly Dictionary<Subject, string> texts = [];

    public string Of(Subject subject)
    {
        if (texts.TryGetValue(subject, out var text)) return text;
        var headers = new Dictionary<string, object>(shared);
        // an event belongs to its campaign's or task's trace before the request's
        if (subject.TraceId is { } trace) headers["trace_id"] = trace;
        if (subject.AgentId is { } agent) headers["agent_id"] = agent;
        return texts[subject] = serializer.ToJson(headers);
    }
}
