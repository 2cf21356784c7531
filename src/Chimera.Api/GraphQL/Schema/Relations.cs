namespace Chimera.Api.GraphQL.Schema;

/// <summary>How a table is called in the schema.</summary>
internal sealed record TableName(string Table, string Type, string One, string Many);

/// <summary>A way from a row to one other row, read in the same statement.</summary>
/// <param name="Join">SQL after <c>left join</c>, with <c>{schema}</c>, <c>{from}</c>, <c>{to}</c> and <c>{key}</c> for the schema, the aliases of both sides and the key of the other.</param>
internal sealed record ToOne(string From, string Name, string To, string Join);

/// <summary>A way from a row to its many; read for all rows of a page in one statement.</summary>
/// <param name="Condition">SQL, with <c>{schema}</c>, <c>{to}</c> and <c>key.id</c> for the key of the row that asks.</param>
internal sealed record ToMany(string From, string Name, string To, string Condition);

/// <summary>The tables and their relations: what a description of a table does not say.</summary>
internal static class Relations
{
    public static readonly TableName[] Tables =
    [
        new("agents", "Agent", "agent", "agents"), new("campaigns", "Campaign", "campaign", "campaigns"), new("tasks", "Task", "task", "tasks"),
        new("results", "Result", "result", "results"), new("transactions", "Transaction", "transaction", "transactions"),
        new("hitl_queue", "HitlItem", "hitlItem", "hitlItems"), new("audit_log", "AuditEntry", "auditEntry", "auditLog")
    ];

    public static readonly ToOne[] Singles =
    [
        One("tasks", "agent", "agents", "agent_id"), One("tasks", "campaign", "campaigns", "campaign_id"),
        new("tasks", "latestResult", "results",
            "lateral (select * from {schema}.results last where last.task_id = {from}.task_id order by last.created_at desc, last.result_id desc limit 1) {to} on true"),
        One("results", "task", "tasks", "task_id"),
        One("transactions", "agent", "agents", "agent_id"), One("transactions", "task", "tasks", "task_id"), One("transactions", "campaign", "campaigns", "campaign_id"),
        One("hitl_queue", "task", "tasks", "task_id"), One("hitl_queue", "result", "results", "result_id"),
        One("hitl_queue", "agent", "agents", "agent_id"), One("hitl_queue", "campaign", "campaigns", "campaign_id"),
        One("audit_log", "agent", "agents", "agent_id")
    ];

    public static readonly ToMany[] Lists =
    [
        Many("agents", "tasks", "tasks", "agent_id"), Many("agents", "transactions", "transactions", "agent_id"),
        Many("agents", "hitlItems", "hitl_queue", "agent_id"), Many("agents", "auditLog", "audit_log", "agent_id"),
        new("agents", "campaigns", "campaigns", "key.id = any({to}.agent_ids)"),
        Many("campaigns", "tasks", "tasks", "campaign_id"), Listed("campaigns", "agents", "agents", "agent_id", "agent_ids", "campaign_id"),
        Many("campaigns", "transactions", "transactions", "campaign_id"), Many("campaigns", "hitlItems", "hitl_queue", "campaign_id"),
        Many("campaigns", "auditLog", "audit_log", "stream_id"),
        Many("tasks", "results", "results", "task_id"), Many("tasks", "hitlItems", "hitl_queue", "task_id"), Many("tasks", "auditLog", "audit_log", "stream_id"),
        Listed("tasks", "dependencyTasks", "tasks", "task_id", "dependencies", "task_id"), new("tasks", "dependentTasks", "tasks", "key.id = any({to}.dependencies)"),
        Many("results", "hitlItems", "hitl_queue", "result_id"), Many("results", "auditLog", "audit_log", "stream_id"),
        Many("transactions", "auditLog", "audit_log", "stream_id"), Many("hitl_queue", "auditLog", "audit_log", "stream_id")
    ];

    private static ToOne One(string from, string name, string to, string column) =>
        new(from, name, to, $"{{schema}}.{to} {{to}} on {{to}}.{{key}} = {{from}}.{column}");

    private static ToMany Many(string from, string name, string to, string column) => new(from, name, to, $"{{to}}.{column} = key.id");

    /// <summary>The rows whose keys stand in a column of the row that asks.</summary>
    private static ToMany Listed(string from, string name, string to, string key, string listedIn, string fromKey) =>
        new(from, name, to, $"{{to}}.{key} = any((select asked.{listedIn} from {{schema}}.{from} asked where asked.{fromKey} = key.id)::uuid[])");
}
