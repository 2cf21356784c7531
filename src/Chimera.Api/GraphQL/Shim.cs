using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Projections.Tables;

internal sealed record Column(string Name, Declaration Declaration, Type? Words)
{
    public string In(IReadOnlySet<string> known) => known.Contains(Name) ? Name : $"{Declaration.Default ?? "null"}::{Declaration.Type} as {Name}";
}

internal static class Shim
{
    extension(TableDescription table)
    {
        public IReadOnlyList<Column> Columns => table switch
        {
            TableDescription<AgentRow> t => Of(t), TableDescription<CampaignRow> t => Of(t), TableDescription<TaskRow> t => Of(t), TableDescription<ResultRow> t => Of(t),
            TableDescription<TransactionRow> t => Of(t), TableDescription<HitlRow> t => Of(t), TableDescription<AuditRow> t => Of(t), _ => throw new NotSupportedException()
        };
    }

    private static Column[] Of<TRow>(TableDescription<TRow> table) where TRow : class =>
        [.. table.Columns.Select(c => new Column(c.Name, c.Declaration, WordsOf(table.Name, c.Name)))];

    private static Type? WordsOf(string table, string column) => (table, column) switch
    {
        ("agents", "status") => typeof(AgentStatus), ("campaigns", "status") => typeof(CampaignStatus), ("tasks", "status") => typeof(PublicTaskStatus),
        ("tasks", "task_type") => typeof(TaskType), ("results", "status") => typeof(ResultStatus), ("hitl_queue", "status") => typeof(HitlStatus),
        ("hitl_queue", "decision") => typeof(HitlDecision), ("transactions", "status") => typeof(TransactionStatus),
        ("transactions", "token_type") => typeof(TokenType), ("transactions", "transaction_type") => typeof(TransactionType), _ => null
    };
}

internal sealed class TableCatalog(Npgsql.NpgsqlDataSource database)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string), IReadOnlySet<string>> known = new();

    public async ValueTask<IReadOnlySet<string>> Columns(string schema, string table)
    {
        if (known.TryGetValue((schema, table), out var names)) return names;
        await using var command = database.CreateCommand("select column_name::text from information_schema.columns where table_schema = $1 and table_name = $2");
        command.Parameters.Add(new() { Value = schema });
        command.Parameters.Add(new() { Value = table });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new HashSet<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return known[(schema, table)] = found;
    }
}
