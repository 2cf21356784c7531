using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Api.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Benchmarks;

/// <summary>Three queries over many tasks, each beside an endpoint that answers the same by hand; prints a JSON line for each.</summary>
internal static class GraphQLBenchmark
{
    private const int WarmUpSeconds = 5, Samples = 1000;

    private const string
        Page = """
            query PendingTasks($agent: ID!) { tasks(first: 20, filter: {agentId: {eq: $agent}, status: {eq: pending}}, orderBy: PRIORITY_DESC) {
              edges { node { id taskType priority status createdAt agent { name } latestResult { id status createdAt } } } pageInfo { hasNextPage endCursor } } }
            """,
        Counts = "{ counts { tasks { pending inProgress completed failed escalated } } }",
        TaskWithResults = "query Task($id: ID!) { task(id: $id) { id taskType status priority createdAt results { nodes { id status outputData createdAt } } } }";

    public static async Task Run(int tasks, int seconds)
    {
        await using var host = await BenchmarkHost.Start(port: FreePort(), configure: builder => builder.Services.AddSingleton<IStartupFilter, PlainSql>());
        await GraphQLSeed.Fill(host.App.Services.GetRequiredService<NpgsqlDataSource>(), tasks);
        var agents = Ids("agent", GraphQLSeed.Agents, GraphQLSeed.Agents);
        var some = Ids("task", tasks, Samples);
        Asked[] all =
        [
            new("page", [.. Bodies(Page, "agent", agents)], [.. agents.Select(id => $"/plain/page?id={id}")]),
            new("counts", [JsonSerializer.Serialize(new { query = Counts })], ["/plain/counts"]),
            new("task", [.. Bodies(TaskWithResults, "id", some)], [.. some.Select(id => $"/plain/task?id={id}")])
        ];
        foreach (var asked in all) await WarmUp(host, asked);
        foreach (var asked in all) await Measure(host, asked, tasks, seconds);
    }

    /// <summary>Everything is compiled, prepared and in memory before anything is measured.</summary>
    private static async Task WarmUp(ChimeraHost host, Asked asked)
    {
        var address = new Uri(host.Settings.PublicUrl);
        await RequireData(address, asked.GraphQL[0]);
        foreach (var requests in new[] { asked.GraphQL, asked.Plain }) await Wrk.Run(address, host.Settings.Home, requests, WarmUpSeconds);
    }

    private static async Task Measure(ChimeraHost host, Asked asked, int tasks, int seconds)
    {
        foreach (var (kind, requests) in new[] { ("graphql", asked.GraphQL), ("plain-sql", asked.Plain) })
        {
            var (own, postgres) = (ProcessTreeCpu.Own(), ProcessTreeCpu.Postgres(host.PostmasterPid));
            var measured = await Wrk.Run(new Uri(host.Settings.PublicUrl), host.Settings.Home, requests, seconds);
            double Each(double cpuSeconds) => Math.Round(cpuSeconds * 1e6 / (measured.RequestsPerS * seconds));
            Console.WriteLine(JsonSerializer.Serialize(new Line("graphql", asked.Name, kind, tasks, measured.RequestsPerS, measured.P50Ms, measured.P99Ms, measured.Errors,
                Each(ProcessTreeCpu.Own() - own), Each(ProcessTreeCpu.Postgres(host.PostmasterPid) - postgres)), BenchmarkHost.Json));
        }
    }

    /// <summary>wrk counts statuses, and an error of GraphQL has a good one.</summary>
    private static async Task RequireData(Uri host, string body)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(host, "/graphql"), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        var json = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        if (json["errors"] is { } errors) throw new InvalidOperationException(errors.ToJsonString());
    }

    private static string[] Bodies(string query, string variable, IEnumerable<Guid> ids) =>
        [.. ids.Select(id => JsonSerializer.Serialize(new { query, variables = new Dictionary<string, Guid> { [variable] = id } }))];

    /// <summary>The ids that the seed made, as Postgres reads an MD5 as a UUID.</summary>
    private static Guid[] Ids(string of, int all, int wanted) =>
        [.. Enumerable.Range(0, wanted).Select(i => Guid.Parse(Convert.ToHexString(Md5($"{of}{(int)((long)i * 7919 % all) + 1}"))))];

#pragma warning disable CA5351 // nothing is secret here: an MD5 is a UUID that SQL can make
    private static byte[] Md5(string text) => System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5351

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Asked(string Name, string[] GraphQL, string[] Plain);

    private sealed record Line(string Bench, string Name, string Kind, int Tasks, double RequestsPerS, double P50Ms, double P99Ms, int Errors, double CpuAppUs, double CpuPostgresUs);
}
