using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Integration.Tests;
using Chimera.Integration.Tests.Migrations;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.McpServers.Tests;

/// <summary>Servers as processes of their own, on a database that holds nothing at first.</summary>
public sealed class SandboxServers(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _clients = [];
    private readonly Dictionary<string, McpClient> _known = [];
    private readonly List<Process> _processes = [];
    private readonly Dictionary<string, Process> _listening = [];
    private readonly string _media = Directory.CreateTempSubdirectory("chimera-media-").FullName;
    private OwnDatabase _database = null!;

    internal static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal OwnDatabase Database => _database;

    internal string Media => _media;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "chimera-mcp.dll");

    public async ValueTask InitializeAsync() => _database = await OwnDatabase.Create(postgres);

    /// <summary>One client a server, unless the environment is special.</summary>
    internal async Task<McpClient> Stdio(string server, params (string Name, string Value)[] environment)
    {
        if (environment.Length == 0 && _known.TryGetValue(server, out var known)) return known;
        var transport = new StdioClientTransport(new() { Name = server, Command = "dotnet", Arguments = [Program, server, "--stdio"], EnvironmentVariables = Environment(environment)! });
        var client = await Connect(transport, new());
        return environment.Length == 0 ? _known[server] = client : client;
    }

    /// <summary>A client of its own that insists on a protocol.</summary>
    internal Task<McpClient> StdioAt(string protocol, string server) => Connect(
        new StdioClientTransport(new() { Name = server, Command = "dotnet", Arguments = [Program, server, "--stdio"], EnvironmentVariables = Environment([])! }), new() { ProtocolVersion = protocol });

    internal async Task<McpClient> Http(string server, string? protocol = null)
    {
        var name = $"{server} over HTTP {protocol}";
        if (_known.TryGetValue(name, out var known)) return known;
        var transport = new HttpClientTransport(new() { Endpoint = new(await Listen(server)), TransportMode = HttpTransportMode.StreamableHttp });
        return _known[name] = await Connect(transport, new() { ProtocolVersion = protocol });
    }

    private async Task<McpClient> Connect(IClientTransport transport, McpClientOptions options)
    {
        var client = await McpClient.CreateAsync(transport, options, cancellationToken: Stop);
        _clients.Add(client);
        return client;
    }

    /// <returns>The address that the server says it listens on.</returns>
    internal async Task<string> Listen(string server, params (string Name, string Value)[] environment)
    {
        var process = Start([server, "--http"], environment);
        var said = "";
        while (await process.StandardError.ReadLineAsync(Stop) is { } line)
        {
            if (line.Split(" listens on ") is [_, var url])
            {
                _listening[url] = process;
                return url;
            }
            said += line + "\n";
        }
        throw new InvalidOperationException($"{server} does not listen: {said}");
    }

    /// <summary>Ends the server that listens there, and gives all that it said on standard error after it began.</summary>
    internal async Task<string> Complaints(string url)
    {
        var process = _listening[url];
        process.Kill();
        return await process.StandardError.ReadToEndAsync(Stop);
    }

    internal Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment(environment)) start.Environment[name] = value;
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    internal Dictionary<string, string> Environment((string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = _database.Connection, ["Media__Folder"] = _media, ["Media__PublicUrl"] = "http://chimera.test", ["Sandbox__PublicUrl"] = "http://chimera.test"
        };
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }

    internal static Task<CallToolResult> Call(McpClient client, string tool, object arguments, object? meta = null) => client.CallToolAsync(
        new CallToolRequestParams
        {
            Name = tool, Arguments = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(one => one.Name, one => one.Value),
            Meta = meta is null ? null : (JsonObject)JsonSerializer.SerializeToNode(meta)!
        }, Stop).AsTask();

    /// <summary>The meta of a call by an agent.</summary>
    internal static JsonObject By(Guid agent, string key) => new()
    {
        ["io.chimera/agent_id"] = agent.ToString(), ["io.chimera/idempotency_key"] = key, ["io.chimera/handle"] = "ada", ["io.chimera/palette"] = new JsonArray("#223344", "#ddeeff")
    };

    internal static JsonElement Delivered(CallToolResult result)
    {
        Assert.True(result.IsError is null or false, Text(result));
        Assert.True(JsonElement.DeepEquals(result.StructuredContent!.Value, JsonDocument.Parse(Text(result)).RootElement), Text(result));
        return result.StructuredContent.Value;
    }

    /// <summary>The error of a failed call, which stands in two places and nowhere else.</summary>
    internal static JsonElement Refused(CallToolResult result)
    {
        Assert.True(result.IsError, Text(result));
        Assert.Null(result.StructuredContent);
        var error = JsonDocument.Parse(Text(result)).RootElement.GetProperty("error");
        Assert.True(JsonElement.DeepEquals(error, JsonSerializer.SerializeToElement(result.Meta!["io.chimera/error"])), Text(result));
        return error;
    }

    internal static string Code(CallToolResult result) => Refused(result).GetProperty("code").GetString()!;

    /// <summary>Turns the knob of a tool, whatever it was before.</summary>
    internal Task Turn(string server, string tool, string columns, string values) => _database.Run($"""
        delete from chimera_sandbox.knobs where server = '{server}' and tool = '{tool}';
        insert into chimera_sandbox.knobs (server, tool, {columns}) values ('{server}', '{tool}', {values})
        """);

    private static string Text(CallToolResult result) => ((TextContentBlock)result.Content.Single()).Text;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) await client.DisposeAsync();
        foreach (var process in _processes)
        {
            if (!process.HasExited) process.Kill();
            process.Dispose();
        }
        await _database.DisposeAsync();
        Directory.Delete(_media, recursive: true);
    }
}
