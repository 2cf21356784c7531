using Npgsql;
using NpgsqlTypes;

namespace Chimera.Projections.Tables;

/// <summary>The statement that moves counters.</summary>
internal static class CounterSql
{
    public static NpgsqlBatchCommand Add(string schema, IReadOnlyList<(CounterKey Key, long Number, decimal Amount)> changes)
    {
        var command = new NpgsqlBatchCommand($"""
            insert into {schema}.{Counters.Table} as known (counter, id, bucket, word, number, amount)
            select * from unnest($1, $2, $3, $4, $5, $6)
            on conflict (counter, id, bucket, word) do update set number = known.number + excluded.number, amount = known.amount + excluded.amount
            """);
        void Add<T>(NpgsqlDbType type, Func<(CounterKey Key, long Number, decimal Amount), T> value) =>
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = changes.Select(value).ToArray() });
        Add(NpgsqlDbType.Varchar, change => change.Key.Counter);
        Add(NpgsqlDbType.Uuid, change => change.Key.Id);
        Add(NpgsqlDbType.TimestampTz, change => change.Key.Bucket);
        Add(NpgsqlDbType.Varchar, change => change.Key.Word);
        Add(NpgsqlDbType.Bigint, change => change.Number);
        Add(NpgsqlDbType.Numeric, change => change.Amount);
        return command;
    }
}
