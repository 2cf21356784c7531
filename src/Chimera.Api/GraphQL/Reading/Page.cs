using System.Text.Json;
using Chimera.Api.Rest;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>A page of rows that was read.</summary>
internal sealed class Page(Level level, PageRequest request) : IWritten
{
    /// <summary>More rows lie behind the page, in the direction that it was read.</summary>
    private bool more;

    public Level Level { get; } = level;
    public List<object?[]> Rows { get; } = [];

    public bool HasNext => request.Backwards ? request.Place is not null : more;

    public bool HasPrevious => request.Backwards ? more : request.Place is not null;

    public static Page Empty(Level level) => new(level, level.Request!);

    /// <summary>One row more than wanted is read: it tells that there are more.</summary>
    public bool Fits() => !(more = more || Rows.Count == request.Size);

    public void Add(object?[] row)
    {
        if (request.Backwards) Rows.Insert(0, row);
        else Rows.Add(row);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var part in Level.Plan.Connection!)
        {
            json.WritePropertyName(part.Key);
            part.Write(json, this);
        }
        json.WriteEndObject();
    }

    public string CursorOf(object?[] row)
    {
        var (rank, time, key) = Level.Plan.Place!.Value;
        return new Cursor(request.Order.Rank is null ? 0 : (int)row[rank]!, new DateTimeOffset((DateTime)row[time]!), (Guid)row[key]!).Write(request.List);
    }
}

/// <summary>One row that was read.</summary>
internal sealed record Row(Level Level, object?[] Values) : IWritten
{
    public void Write(Utf8JsonWriter json) => Shown.WriteObject(json, Level.Plan.Fields, Values, Level);
}

/// <summary>What was read for one selection: rows of one table, and the children of all of them.</summary>
internal sealed class Level(Plan plan, PageRequest? request)
{
    public Plan Plan { get; } = plan;
    public PageRequest? Request { get; } = request;
    public List<object?[]> Rows { get; } = [];
    public Children[] Children { get; } = new Children[plan.Children.Count];

    /// <summary>The parents that the rows name for one of the lists.</summary>
    public IEnumerable<Guid> KeysOf(Child child) => Rows.Select(row => row[child.Parent]).OfType<Guid>();
}

/// <summary>A part of an answer that writes itself.</summary>
internal interface IWritten
{
    void Write(Utf8JsonWriter json);
}
