using System.Net.Http.Json;
using Chimera.Api.Hosting;
using Chimera.Projections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Integration.Tests.Rest;

/// <summary>A host on a database that no other class shares, for tests that swap tables or spoil them.</summary>
public class OwnChimera(ChimeraFixture chimera) : IAsyncLifetime
{
    private ChimeraHost? host;
    private HttpClient? client;

    /// <summary><c>MCP_SERVERS</c>.</summary>
    protected virtual string? McpServers => null;

    /// <summary>Replaces parts.</summary>
    protected virtual Action<WebApplicationBuilder>? Configure => null;

    public string Url => host!.Settings.PublicUrl;

    public NpgsqlDataSource Database => Part<NpgsqlDataSource>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        host = await chimera.StartOnSocket(Configure, McpServers);
        client = new() { BaseAddress = new(Url + "/api/v1/") };
        await Eventually.Is(() => Call("GET", "projections"), state => state.Status == 200 && state["live_version"].GetInt32() == TableSet.Current.Version, "the tables to be made");
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        client?.Dispose();
        if (host is not null) await host.DisposeAsync();
    }

    public T Part<T>() where T : notnull => host!.App.Services.GetRequiredService<T>();

    public async Task Run(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }

    /// <summary>Keeps the tables from moving, and a rebuild from being swapped, until it is disposed.</summary>
    public async Task<IAsyncDisposable> HoldTables()
    {
        var connection = await Database.OpenConnectionAsync(Stop);
        await connection.BeginTransactionAsync(Stop);
        await using var hold = new NpgsqlCommand("select from chimera.table_set for update", connection);
        await hold.ExecuteNonQueryAsync(Stop);
        return connection;
    }

    /// <summary>An agent, in the tables too.</summary>
    internal async Task<Guid> Agent(string name = "Mara Field")
    {
        var id = (await Call("POST", "agents", Given.AgentBody(("name", name)))).Expect(201).Id("agent_id");
        await CaughtUp();
        return id;
    }

    internal Task<Answer> CaughtUp() => Eventually.Is(() => Call("GET", "projections"), state => state["lag_events"].GetInt64() == 0, "the tables to have caught up");

    /// <summary>A rebuild from its beginning to its end.</summary>
    internal async Task<Answer> Rebuild(object? body)
    {
        var started = (await Call("POST", "projections/rebuild", body)).Expect(202);
        return await Ended(started.Id("rebuild_id"));
    }

    internal Task<Answer> Ended(Guid rebuild) =>
        Eventually.Is(() => Call("GET", $"projections/rebuilds/{rebuild}"), seen => seen["state"].GetString() != "running", "the end of the rebuild");

    internal async Task<Answer> Call(string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await client!.SendAsync(request, Stop);
        IHeaderDictionary shown = new HeaderDictionary();
        shown.ContentType = response.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in response.Headers) shown[name] = values.ToArray();
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(Stop), shown.ETag, shown.Location, shown);
    }
}
