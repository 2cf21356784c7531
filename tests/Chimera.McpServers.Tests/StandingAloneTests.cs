using System.Diagnostics;
using static Chimera.McpServers.Tests.SandboxServers;

namespace Chimera.McpServers.Tests;

public sealed class StandingAloneTests(SandboxServers servers) : IClassFixture<SandboxServers>
{
    [Fact]
    public void the_servers_know_the_domain_only() => Assert.Equal(["Chimera.Domain"],
        typeof(Hosting.Servers).Assembly.GetReferencedAssemblies().Select(one => one.Name!).Where(name => name.StartsWith("Chimera.", StringComparison.Ordinal)));

    [Fact]
    public async Task a_call_costs_little_over_stdio()
    {
        var client = await servers.Stdio("mcp-server-twitter");
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            var clock = Stopwatch.StartNew();
            Delivered(await Call(client, "find_post", new { idempotency_key = "none" }));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        TestContext.Current.SendDiagnosticMessage($"p50 {times.Order().ElementAt(150):F2} ms");
        Assert.True(times.Order().ElementAt(150) < 20, "The half of all calls is far slower than it should be.");
    }

    [Fact]
    public async Task a_host_that_comes_later_makes_its_own_tables()
    {
        Delivered(await Call(await servers.Stdio("mcp-server-tiktok"), "post_tiktok", new { caption = "before the host" }));
        await using var source = Npgsql.NpgsqlDataSource.Create(servers.Database.Connection);
        await new Api.Hosting.Migration(source).Apply(Stop);
        Assert.Equal((0L, 1L), (await servers.Database.Ask<long>("select count(*) from chimera_sandbox.posts"), await servers.Database.Ask<long>("select count(*) from chimera_sandbox_before.posts")));
    }
}
