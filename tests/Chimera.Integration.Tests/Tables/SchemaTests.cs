using Chimera.Projections;
using Npgsql;

namespace Chimera.Integration.Tests.Tables;

/// <summary>S3.1-15: the tables are those of the specification, column by column and index by index.</summary>
public sealed class SchemaTests(PostgresFixture postgres)
{
    [Fact]
    public async Task the_tables_are_those_of_the_specification()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await TableStore.Create(postgres, cancellation);
        await TableSet.Current.CreateWhole(store.Database, TableSet.LiveSchema, TableSetState.Live, cancellation);

        Assert.Equal(SpecifiedTables.Columns, await Lines(store.Database, ColumnsSql, cancellation));
        Assert.Equal(SpecifiedTables.Indexes, await Lines(store.Database, IndexesSql, cancellation));
        Assert.Equal(SpecifiedTables.ForeignKeys, await Lines(store.Database, ForeignKeysSql, cancellation));
    }

    private const string ColumnsSql = """
        select concat_ws(' ', c.table_name || '.' || c.column_name, case data_type when 'ARRAY' then ltrim(udt_name, '_') || '[]' else udt_name end
               || coalesce('(' || character_maximum_length || ')', case when udt_name = 'numeric' then '(' || numeric_precision || ',' || numeric_scale || ')' end, ''),
               case is_nullable when 'NO' then 'not null' end, 'default ' || split_part(column_default, '::', 1))
        from information_schema.columns c where table_schema = 'chimera' and table_name = any($1) order by table_name, ordinal_position
        """;

    private const string IndexesSql = """
        select regexp_replace(indexdef, '^CREATE (UNIQUE )?INDEX (\S+) ON chimera\.(\S+) USING btree ', '\3 \1\2 ') from pg_indexes where schemaname = 'chimera' and tablename = any($1)
        order by tablename, indexname
        """;

    private const string ForeignKeysSql = """
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'chimera'::regnamespace and contype = 'f' and split_part(conrelid::regclass::text, '.', 2) = any($1) order by 1
        """;

    private static async Task<string> Lines(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = TableSet.Current.Tables.Select(table => table.Name).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellation)) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
