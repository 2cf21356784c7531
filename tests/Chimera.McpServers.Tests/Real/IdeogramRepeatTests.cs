using ModelContextProtocol.Client;
using SkiaSharp;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests.Real;

/// <summary>Ideogram knows no keys and takes money for each picture: what a repeat costs.</summary>
public sealed class IdeogramRepeatTests(SandboxServers servers) : IClassFixture<SandboxServers>, IDisposable
{
    private static readonly byte[] Png = IdeogramStub.Draw(64, 36, SKEncodedImageFormat.Png);

    private readonly PlatformStub _ideogram = new PlatformStub().Draws();

    [Fact]
    public async Task a_repeat_gets_the_first_picture_and_pays_nothing_whichever_process_it_meets()
    {
        _ideogram.On(IdeogramStub.Picture, Png, "image/png");
        var by = By(Guid.NewGuid(), Guid.NewGuid().ToString());
        string first, again;
        await using (var one = await Start()) first = Delivered(await Call(one, "generate_image", new { prompt = "A lighthouse" }, by)).GetRawText();
        await using (var other = await Start())
        {
            var repeat = await Call(other, "generate_image", new { prompt = "A lighthouse" }, by);
            again = Delivered(repeat).GetRawText();
            Assert.Equal("0.06", repeat.Meta!["io.chimera/cost_usd"]!.GetValue<string>());
        }
        Assert.Equal(first, again);
        Assert.Single(_ideogram.Asked(IdeogramStub.Generate));
    }

    [Fact]
    public async Task a_picture_that_is_paid_for_is_kept_though_the_caller_no_longer_waits()
    {
        var (asked, drawn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _ideogram.On(IdeogramStub.Picture, async _ =>
        {
            asked.SetResult();
            await drawn.Task;
            return PlatformStub.Message(200, Png, ("Content-Type", "image/png"));
        });
        await using var client = await Start();
        var key = Guid.NewGuid().ToString();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var call = client.CallToolAsync("generate_image", new Dictionary<string, object?> { ["prompt"] = "A lighthouse" }, options: new() { Meta = By(Guid.NewGuid(), key) }, cancellationToken: patience.Token).AsTask();
        await asked.Task.WaitAsync(Stop);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        drawn.SetResult();
        while (await servers.Database.Ask<long>($"select count(*) from chimera_mcp.answers where idempotency_key = '{key}'") == 0) await Task.Yield();
        Delivered(await Call(client, "generate_image", new { prompt = "A lighthouse" }, By(Guid.NewGuid(), key)));
        Assert.Single(_ideogram.Asked(IdeogramStub.Generate));
    }

    [Fact]
    public async Task a_refusal_is_not_kept()
    {
        _ideogram.Afresh().On(IdeogramStub.Generate, 503, "").Draws().On(IdeogramStub.Picture, Png, "image/png");
        await using var client = await Start();
        var by = By(Guid.NewGuid(), Guid.NewGuid().ToString());
        Assert.Equal("WORKER_ERROR", Code(await Call(client, "generate_image", new { prompt = "A lighthouse" }, by)));
        Delivered(await Call(client, "generate_image", new { prompt = "A lighthouse" }, by));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task only_a_server_that_keeps_its_answers_says_that_it_can_be_asked_twice(bool keeps)
    {
        await using var client = keeps ? await Start() : await Start(("DATABASE_URL", ""));
        Assert.Equal(keeps, Assert.Single(await client.ListToolsAsync(cancellationToken: Stop)).ProtocolTool.Annotations!.IdempotentHint);
        _ideogram.On(IdeogramStub.Picture, Png, "image/png");
        var by = By(Guid.NewGuid(), Guid.NewGuid().ToString());
        for (var i = 0; i < 2; i++) Delivered(await Call(client, "generate_image", new { prompt = "A lighthouse" }, by));
        Assert.Equal(keeps ? 1 : 2, _ideogram.Asked(IdeogramStub.Generate).Count);
    }

    public void Dispose() => _ideogram.Dispose();

    private Task<McpClient> Start(params (string, string)[] more) => servers.Stdio("mcp-server-ideogram", IdeogramStub.Settings(_ideogram, more));
}
