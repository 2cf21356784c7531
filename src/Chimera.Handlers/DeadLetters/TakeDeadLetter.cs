using System.Data.Common;
using JasperFx;
using Marten.Storage;
using NpgsqlTypes;
using Weasel.Core;
using Weasel.Storage;
using IStorageOperation = Marten.Internal.Operations.IStorageOperation;

namespace Chimera.Handlers.DeadLetters;

/// <summary>Takes a dead letter off the list in the transaction of what is done with it: of two who act at once, one is refused.</summary>
internal sealed class TakeDeadLetter(Guid id) : IStorageOperation
{
    public Type DocumentType => typeof(StorageFeatures);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(Weasel.Postgresql.ICommandBuilder builder, IStorageSession session)
    {
        var parameter = builder.AppendWithParameters($"delete from {DeadLetter.Table} where id = ? returning id", '?')[0];
        (parameter.Value, parameter.NpgsqlDbType) = (id, NpgsqlDbType.Uuid);
    }

    public async Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token)
    {
        if (!await reader.ReadAsync(token)) exceptions.Add(new ConcurrencyException("Somebody else has dealt with this dead letter.", typeof(DeadLetter), id));
    }
}
