using Chimera.Api.Cli;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Rest;
using Chimera.Integrations.Mcp;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>A host whose image server lets nobody in without an operator's yes.</summary>
public sealed class GuardedStage(ChimeraFixture chimera) : ToolStage(chimera)
{
    private readonly string redirect = $"http://127.0.0.1:{LoopbackPort.Free()}/callback";

    internal GuardedServer Server { get; private set; } = null!;

    protected override string McpServers => $$$"""
        [{"name":"{{{Ideogram}}}","url":"{{{Server.Endpoint}}}","protocol":"2025-11-25","auth":{"oauth":{"redirect_uri":"{{{redirect}}}"} } }]
        """;

    internal McpServerSettings Settings => McpServerSettings.Parse(McpServers)[0];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        Server = await GuardedServer.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>An operator types the command, and somebody opens the address that it shows.</summary>
    internal async Task<(int Code, string Said, string Complained)> Authorize()
    {
        using var output = new StringWriter();
        using var errors = new ShownAddress();
        var command = CommandLine.Run(["tools", "authorize", Ideogram, "--url", Url], output, TextWriter.Synchronized(errors), Stop);
        if (await Task.WhenAny(errors.Address, command) != command)
        {
            using var browser = new HttpClient();
            Assert.Contains("can be closed", await browser.GetStringAsync(await errors.Address, Stop), StringComparison.Ordinal);
        }
        return (await command, output.ToString(), errors.ToString());
    }

    /// <summary>The connection of another process on the same database.</summary>
    internal McpConnection Connect(McpAuth? auth = null, string secret = ChimeraFixture.Secret)
    {
        var client = new OAuthClient(server => new StoredGrant(Database, secret, server), TimeProvider.System, NullLoggerFactory.Instance);
        return new(auth is null ? Settings : Settings with { Auth = auth }, client, TimeProvider.System, NullLoggerFactory.Instance);
    }

    internal async Task Authorized() => Assert.Equal(ExitCode.Ok, (await Authorize()).Code);

    /// <summary>There is no yes any more, neither here nor there.</summary>
    internal async Task TakeBack()
    {
        Server.Authority.ForgetAll();
        await Run("delete from chimera_mcp.grants");
    }

    internal static async Task Works(McpConnection connection) => Assert.NotEmpty(await (await connection.Open(Stop)).Client.ListToolsAsync(cancellationToken: Stop));

    internal async Task<Answer> Shown() => (await Call("GET", $"tool-servers/{Ideogram}")).Expect(200);

    /// <summary>Waits until an address has been written.</summary>
    private sealed class ShownAddress : StringWriter
    {
        private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Address => address.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Split('\n').FirstOrDefault(line => line.StartsWith("http", StringComparison.Ordinal)) is { } found) address.TrySetResult(found.Trim());
        }
    }
}
