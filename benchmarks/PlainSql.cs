using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Benchmarks;

/// <summary>The same answers by hand: one statement, written as JSON by an endpoint of its own. What GraphQL costs is the difference.</summary>
internal sealed class PlainSql : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/plain/page", one => one.Run(http => Answer(http,
            """
            select t.task_id, t.task_type, t.priority, t.status, t.created_at, a.name, r.result_id, r.status, r.created_at
            from chimera.tasks t join chimera.agents a using (agent_id)
            left join lateral (select * from chimera.results r where r.task_id = t.task_id order by r.created_at desc, r.result_id desc limit 1) r on true
            where t.agent_id = $1 and t.status = $2 order by t.priority desc, t.created_at, t.task_id limit 21
            """, Id(http), "pending")));
        app.Map("/plain/counts", one => one.Run(http => Answer(http, "select word, number from chimera.counters where counter = $1", "tasks")));
        app.Map("/plain/task", one => one.Run(http => Answer(http,
            """
            select t.task_id, t.task_type, t.status, t.priority, t.created_at, r.result_id, r.status, r.output_data, r.created_at
            from chimera.tasks t left join chimera.results r using (task_id) where t.task_id = $1 order by r.created_at desc limit 51
            """, Id(http))));
        next(app);
    };

    private static Guid Id(HttpContext http) => Guid.Parse(http.Request.Query["id"]!);

    private static async Task Answer(HttpContext http, string sql, params object[] values)
    {
        await using var command = http.RequestServices.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(http.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(4096);
        await Write(reader, buffer);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = buffer.WrittenCount;
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }

    private static async Task Write(NpgsqlDataReader reader, ArrayBufferWriter<byte> buffer)
    {
        await using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        while (await reader.ReadAsync())
        {
            json.WriteStartArray();
            for (var i = 0; i < reader.FieldCount; i++) Write(json, reader, i);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader reader, int i)
    {
        if (reader.IsDBNull(i)) json.WriteNullValue();
        else if (reader.GetFieldType(i) == typeof(Guid)) json.WriteStringValue(reader.GetGuid(i));
        else if (reader.GetFieldType(i) == typeof(int)) json.WriteNumberValue(reader.GetInt32(i));
        else if (reader.GetFieldType(i) == typeof(long)) json.WriteNumberValue(reader.GetInt64(i));
        else if (reader.GetFieldType(i) == typeof(DateTime)) json.WriteStringValue(reader.GetDateTime(i));
        else if (reader.GetDataTypeName(i) == "jsonb") json.WriteRawValue(reader.GetString(i), skipInputValidation: true);
        else json.WriteStringValue(reader.GetString(i));
    }
}
