using Chimera.Domain.Models;

namespace Chimera.Handlers.Models;

/// <summary>Something that happened to a question to a model, on behalf of an agent.</summary>
public sealed record ModelCallRecord(ModelCallEvent Event, Subject Subject)
{
    public Guid CallId => Event.Question.CallId;
}
