namespace Chimera.Integration.Tests.Migrations;

/// <summary>All that a database's schemas hold, a line each.</summary>
internal static class Catalogue
{
    // Marten writes a default that holds the moment at which the table was made.
    private const string Columns = """
        select concat_ws(' ', table_schema, table_name, column_name, udt_name, character_maximum_length, numeric_precision, numeric_scale, is_nullable, is_identity,
            case when (table_name, column_name) <> ('mt_events', 'timestamp') then column_default end)
        from information_schema.columns where table_schema like 'chimera%'
        """;

    private const string Constraints = """
        select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
        where connamespace::regnamespace::text like 'chimera%'
        """;

    private const string Indexes = "select indexdef from pg_indexes where schemaname like 'chimera%'";

    private const string Functions = "select pg_get_functiondef(oid) from pg_proc where pronamespace::regnamespace::text like 'chimera%'";

    private const string Sequences = """
        select concat_ws(' ', schemaname, sequencename, data_type, start_value, increment_by) from pg_sequences
        where schemaname like 'chimera%'
        """;

    public static Task<string[]> Of(OwnDatabase database) => database.Lines(string.Join(" union all ", Columns, Constraints, Indexes, Functions, Sequences));
}
