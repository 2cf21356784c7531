using Chimera.Api.GraphQL.Schema;
using Chimera.Api.Rest;
using Chimera.Projections;
using GraphQL;
using GraphQL.Types;

namespace Chimera.Api.GraphQL.Past;

/// <summary>The moment that a field is asked about: now, or one of the past.</summary>
internal sealed class Moments(AsOfTables tables)
{
    private const string Time = "asOf", Sequence = "asOfSequence";

    public static QueryArgument[] Arguments() =>
    [
        Plain.Argument(Time, MomentScalar.Instance, "As it was at this moment."), Plain.Argument(Sequence, Scalars.Long, "As it was after the event with this sequence.")
    ];

    /// <summary>The schema with the tables of the moment.</summary>
    public async ValueTask<string> Schema(IResolveFieldContext context) => (await View(context))?.Schema ?? TableSet.LiveSchema;

    /// <summary>The tables of the moment; null for now.</summary>
    public async ValueTask<AsOfView?> View(IResolveFieldContext context)
    {
        if (Asked(context, Time, Sequence) is not var (time, sequence)) return null;
        return sequence is { } number ? await tables.Open(number, context.CancellationToken) : await tables.Open(time!.Value, context.CancellationToken);
    }

    /// <summary>The last event of the moment, and when the moment was.</summary>
    public async Task<(long Sequence, DateTimeOffset At)> End(AsOfView view, IResolveFieldContext context)
    {
        var (last, at) = await tables.LastEvent(view.Sequence, context.CancellationToken);
        return (last, context.Value<DateTimeOffset?>(Time) ?? at);
    }

    /// <summary>The sequence of the moment; null for now.</summary>
    public ValueTask<long?> Number(IResolveFieldContext context) => Number(context, Time, Sequence);

    public async ValueTask<long?> Number(IResolveFieldContext context, string time, string sequence) =>
        Asked(context, time, sequence) is not var (moment, number) ? null : number ?? await tables.SequenceAt(moment!.Value, context.CancellationToken);

    private static (DateTimeOffset? Time, long? Sequence)? Asked(IResolveFieldContext context, string time, string sequence)
    {
        var (moment, number) = (context.Value<DateTimeOffset?>(time), context.Value<long?>(sequence));
        if (moment is not null && number is not null) throw new RefusedRequestException(400, "request.parameter", $"A moment is {time} or {sequence}, not both.");
        return moment is null && number is null ? null : (moment, number);
    }
}
