using System.Data.Common;
using Marten.Internal.Operations;
using Marten.Storage;
using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Storage;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Chimera.Projections.Tables;

/// <summary>A write to a table, in the transaction of the page.</summary>
internal abstract class TableOperation : IStorageOperation, NoDataReturnedCall
{
    public Type DocumentType => typeof(StorageFeatures);

    public abstract void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session);

    public OperationRole Role() => OperationRole.Other;

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => Task.CompletedTask;

    protected static void Append<TRow>(
        Weasel.Postgresql.ICommandBuilder builder, string sql, IEnumerable<Column<TRow>> columns, IReadOnlyList<TRow> rows, params Npgsql.NpgsqlParameter[] others)
    {
        var parameters = builder.AppendWithParameters(sql, '?');
        var i = 0;
        foreach (var column in columns) (parameters[i].NpgsqlDbType, parameters[i++].Value) = (column.ParameterType, column.Collect(rows));
        foreach (var other in others) (parameters[i].NpgsqlDbType, parameters[i++].Value) = (other.NpgsqlDbType, other.Value);
    }
}

/// <summary>Inserts or replaces a page's rows of one table.</summary>
internal sealed class UpsertRows<TRow>(string sql, IReadOnlyList<Column<TRow>> columns, IReadOnlyList<TRow> rows) : TableOperation
{
    public override void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session) => Append(builder, sql, columns, rows);
}
