using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>The past that these tests share.</summary>
internal static class GraphQLGiven
{
    /// <summary>A task that waits, and is in the table.</summary>
    public static async Task<Guid> PendingTask(this ChimeraFixture chimera, Guid agent, params (string Field, object? Value)[] changes)
    {
        var task = (await chimera.Post("tasks", Given.TaskBody(agent, changes))).Expect(201).Id("task_id");
        await chimera.Until("query($id: ID!) { task(id: $id) { id } }", new { id = task }, answer => answer["task"].ValueKind == JsonValueKind.Object, "the task in the table");
        return task;
    }

    public static string? Text(this JsonElement json, string field) => json.GetProperty(field).GetString();

    public static long Number(this JsonElement json, string field) => json.GetProperty(field).GetInt64();
}
