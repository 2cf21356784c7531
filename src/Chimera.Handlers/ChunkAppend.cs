using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Chimera.Domain;
using JasperFx;
using Marten;
using Marten.Storage;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Chimera.Handlers;

/// <summary>
/// Appends the events of a whole chunk in one statement (ADR 0010): new streams are started, known ones move on from exactly the version that was
/// read, and the events are stored in the order in which they were decided. A stream that has moved meanwhile refuses the whole chunk.
/// </summary>
internal sealed class ChunkAppend(IDocumentSession session, IReadOnlyCollection<Change> changes) : IStorageOperation
{
    private const string Sql = """
        with started as (
            insert into chimera_events.mt_streams (id, version, timestamp, tenant_id)
            select id, version, now(), '*DEFAULT*' from unnest(?, ?) as s(id, version) returning 1),
        moved as (
            update chimera_events.mt_streams known set version = s.version + s.added, timestamp = now()
            from unnest(?, ?, ?) as s(id, version, added) where known.id = s.id and known.version = s.version returning 1),
        stored as (
            insert into chimera_events.mt_events
                (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_archived)
            select nextval('chimera_events.mt_events_sequence'), e.id, e.stream_id, e.version, e.data, e.type, now(), '*DEFAULT*', e.dotnet_type, ?, ?, e.headers, ?, false
            from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality as e(id, stream_id, version, data, type, dotnet_type, headers, place) order by e.place returning 1)
        select (select count(*) from started) + (select count(*) from moved)
        """;

    private static readonly ConcurrentDictionary<Type, (string Name, string DotNetType)> Names = new();

    private static readonly Func<Type, (string, string)> Named = type => (EventTypes.NameOf(type), $"{type.FullName}, {type.Assembly.GetName().Name}");

    public Type DocumentType => typeof(StorageFeatures);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession storage)
    {
        var (started, moved) = (changes.Where(change => change.FromVersion == 0).ToArray(), changes.Where(change => change.FromVersion > 0).ToArray());
        var events = changes.SelectMany(change => change.Events.Select((data, place) => (change, data, version: change.FromVersion + place + 1))).ToArray();
        var headers = new EventHeaders(session, session.DocumentStore.Options.Serializer());
        (object?, NpgsqlDbType)[] values =
        [
            Array(started, change => change.StreamId, NpgsqlDbType.Uuid), Array(started, change => (long)change.Events.Count, NpgsqlDbType.Bigint),
            Array(moved, change => change.StreamId, NpgsqlDbType.Uuid), Array(moved, change => change.FromVersion, NpgsqlDbType.Bigint),
            Array(moved, change => (long)change.Events.Count, NpgsqlDbType.Bigint),
            (session.CorrelationId, NpgsqlDbType.Varchar), (session.CausationId, NpgsqlDbType.Varchar), (session.LastModifiedBy, NpgsqlDbType.Varchar),
            Array(events, _ => Guid.CreateVersion7(), NpgsqlDbType.Uuid), Array(events, e => e.change.StreamId, NpgsqlDbType.Uuid),
            Array(events, e => e.version, NpgsqlDbType.Bigint), Array(events, e => JsonSerializer.SerializeToUtf8Bytes(e.data, e.data.GetType(), ChimeraJson.Stored), NpgsqlDbType.Jsonb),
            Array(events, e => NameOf(e.data).Name, NpgsqlDbType.Varchar), Array(events, e => NameOf(e.data).DotNetType, NpgsqlDbType.Varchar),
            Array(events, e => headers.Of(e.change.Subject), NpgsqlDbType.Jsonb)
        ];
        var parameters = builder.AppendWithParameters(Sql, '?');
        for (var i = 0; i < values.Length; i++) (parameters[i].Value, parameters[i].NpgsqlDbType) = (values[i].Item1 ?? DBNull.Value, values[i].Item2);
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        await reader.ReadAsync(token);
        if (await reader.GetFieldValueAsync<long>(0, token) != changes.Count)
            exceptions.Add(new ConcurrencyException("A stream has moved on since it was read.", typeof(Step), changes.First().StreamId));
    }

    private static (string Name, string DotNetType) NameOf(object data) => Names.GetOrAdd(data.GetType(), Named);

    private static (object?, NpgsqlDbType) Array<TItem, TValue>(TItem[] items, Func<TItem, TValue> value, NpgsqlDbType type) =>
        (System.Array.ConvertAll(items, item => value(item)), NpgsqlDbType.Array | type);
}
