using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Transactions;

namespace Chimera.Handlers;

/// <summary>The state of a stream and its version; version 0 is a stream that does not exist yet.</summary>
public readonly record struct Loaded(object? State, long Version);

/// <summary>Whose event it is, for the audit log.</summary>
public readonly record struct Subject(Guid? AgentId, string? TraceId);

/// <summary>New events of one stream, on top of the version that was read.</summary>
public sealed record Change(Guid StreamId, long FromVersion, List<object> Events, Subject Subject);

/// <summary>
/// One step of a stage, in memory: the states it may look at, and what it decided (events by stream, messages for the next stages).
/// The handler loads before it and stores after it, so a simulator can run the same step without either.
/// </summary>
public sealed class Step(DateTimeOffset now)
{
    private readonly Dictionary<Guid, Loaded> states = [];
    private readonly Dictionary<Guid, Change> changes = [];

    public DateTimeOffset Now { get; set; } = now;
    public NextStages Next { get; } = new();
    public IReadOnlyCollection<Change> Changes => changes.Values;

    public void Add(Guid id, Loaded loaded) => states[id] = loaded;

    /// <summary>Leaves a stream to be read again.</summary>
    public void Drop(Guid id) => states.Remove(id);

    /// <summary>Folds one more stored event into a stream.</summary>
    public void Evolve(Guid id, long version, object @event) => states[id] = new(Aggregates.Evolve(states.GetValueOrDefault(id).State, @event), version);

    public Loaded Of(Guid id) => states.GetValueOrDefault(id);

    public bool Knows(Guid id) => states.ContainsKey(id);

    /// <summary>True for a stream of any kind: an id taken by a campaign cannot become an agent's.</summary>
    public bool Exists(Guid id) => states.TryGetValue(id, out var loaded) && (loaded.Version > 0 || loaded.State is not null);

    public T? Find<T>(Guid? id) where T : class => id is { } known && states.TryGetValue(known, out var loaded) ? loaded.State as T : null;

    public T Get<T>(Guid id) where T : class => Find<T>(id) ?? throw new UnknownIdException(NameOf(typeof(T)), id);

    /// <summary>Adds events to a stream and folds them at once, so that what follows in this step sees them.</summary>
    public void Append(Guid id, IReadOnlyCollection<object> events, Subject? subject = null)
    {
        if (events.Count == 0) return;
        var loaded = states.GetValueOrDefault(id);
        var state = events.Aggregate(loaded.State, Aggregates.Evolve);
        states[id] = loaded with { State = state };
        if (!changes.TryGetValue(id, out var change)) changes[id] = change = new(id, loaded.Version, [], subject ?? SubjectOf(state));
        change.Events.AddRange(events);
    }

    /// <summary>Takes the changes made so far out of the step, as stored: later ones build on them.</summary>
    public IReadOnlyCollection<Change> TakeChanges()
    {
        var taken = changes.Values.ToArray();
        foreach (var change in taken) states[change.StreamId] = states[change.StreamId] with { Version = change.FromVersion + change.Events.Count };
        changes.Clear();
        return taken;
    }

    private static Subject SubjectOf(object? state) => state switch
    {
        AgentTask task => new(task.AgentId, task.TraceId),
        Agent agent => new(agent.Id, null),
        Campaign campaign => new(null, campaign.TraceId),
        HitlItem item => new(item.AgentId, null),
        Transaction transaction => new(transaction.AgentId, null),
        TaskResult result => new(null, result.TraceId),
        _ => default
    };

    private static string NameOf(Type state) => state.Name switch { nameof(AgentTask) => "task", nameof(TaskResult) => "result", nameof(HitlItem) => "hitl", var name => name.ToLowerInvariant() };
}
