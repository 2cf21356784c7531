using Chimera.Api.Cli;
using Chimera.Integration.Tests.Rest;
using Chimera.Projections;

namespace Chimera.Integration.Tests.Cli;

/// <summary><c>chimera projections</c> against a host, as an operator uses it.</summary>
public sealed class ProjectionVerbTests(OwnChimera own) : IClassFixture<OwnChimera>
{
    [Fact]
    public async Task a_rebuild_is_followed_to_its_end_and_its_report_printed()
    {
        var agent = await own.Agent();
        await own.Run($"delete from chimera.agents where agent_id = '{agent}'");

        var rebuild = await Run("rebuild");

        Assert.Equal(ExitCode.Ok, rebuild.ExitCode);
        Assert.Matches(@"agents\D+\d+\D+1\D+0\D+0", rebuild.Output);
        Assert.Contains($"agents {agent}: added", rebuild.Output, StringComparison.Ordinal);
        Assert.Contains(": swapped, ", rebuild.Output, StringComparison.Ordinal);
        Assert.Contains(" events/s", rebuild.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_audit_fails_on_any_difference_and_shows_it()
    {
        var agent = await own.Agent();
        Assert.Equal(ExitCode.Ok, (await Run("rebuild", "--expect-equal")).ExitCode);
        await own.Run($"update chimera.agents set name = 'Forged' where agent_id = '{agent}'");

        var audit = await Run("rebuild", "--table", "agents", "--expect-equal");
        Assert.Equal(ExitCode.EndedBadly, audit.ExitCode);
        Assert.Contains($"agents {agent}: changed name from \"Forged\" to \"Mara Field\"", audit.Output, StringComparison.Ordinal);
        var id = (await Run("rebuilds", "--limit", "1", "--json")).Json.GetProperty("items")[0].GetProperty("rebuild_id").GetString()!;
        Assert.Contains("from \"Forged\"", (await Run("rebuilds", id)).Output, StringComparison.Ordinal);

        var mended = await Run("rebuild", "--allow-changes", "--json");
        Assert.Equal((ExitCode.Ok, "swapped"), (mended.ExitCode, mended.Json.GetProperty("state").GetString()));
        Assert.Equal("Mara Field", await own.Ask<string>($"select name from chimera.agents where agent_id = '{agent}'"));
    }

    [Fact]
    public async Task an_interrupted_rebuild_is_cancelled_on_the_host_and_changes_nothing()
    {
        var agent = await own.Agent();
        await own.Run($"delete from chimera.agents where agent_id = '{agent}'");
        using var interrupt = new CancellationTokenSource();
        using StringWriter output = new(), errors = new();
        await using (await own.HoldTables())
        {
            var rebuild = CommandLine.Run(["projections", "rebuild", "--url", own.Url, "--json"], output, errors, interrupt.Token);
            await Eventually.Is(() => own.Ask<long>("select count(*) from chimera_control.rebuilds where state = 'running'"), running => running == 1, "the rebuild to run");
            var second = await Run("rebuild", "--json");
            Assert.Equal((ExitCode.Refused, "rebuild.running"), (second.ExitCode, second.Json.GetProperty("code").GetString()));
            await interrupt.CancelAsync();

            Assert.Equal(ExitCode.EndedBadly, await rebuild);
        }

        Assert.Equal("cancelled", new Terminal(0, output.ToString(), "").Json.GetProperty("state").GetString());
        Assert.Equal(0L, await own.Ask<long>($"select count(*) from chimera.agents where agent_id = '{agent}'"));
        Assert.Equal(ExitCode.Ok, (await Run("rebuild")).ExitCode);
    }

    [Fact]
    public async Task the_state_is_shown_and_a_swap_taken_back()
    {
        await own.Agent();
        await Run("rebuild");

        var back = await Run("rollback");

        Assert.Equal(ExitCode.Ok, back.ExitCode);
        Assert.Contains($"version {TableSet.Current.Version}", back.Output, StringComparison.Ordinal);
        Assert.Equal("rolled_back", (await Run("show", "--json")).Json.GetProperty("live_state").GetString());
        Assert.Contains("code_version", (await Run("show")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_poison_event_is_listed_and_tried_again()
    {
        await own.Run("alter table chimera.agents add constraint no_bob check (name <> 'Bob') not valid");
        await own.Agent("Bob");
        var listed = await Run("poison", "list");
        Assert.Contains("no_bob", listed.Output, StringComparison.Ordinal);
        var sequence = await own.Ask<long>("select sequence from chimera.poison_events");
        var still = await Run("poison", "retry", $"{sequence}", "--json");
        Assert.Equal((ExitCode.Refused, "poison.still"), (still.ExitCode, still.Json.GetProperty("code").GetString()));

        await own.Run("alter table chimera.agents drop constraint no_bob");

        Assert.Equal(ExitCode.Ok, (await Run("poison", "retry", $"{sequence}")).ExitCode);
        Assert.Equal("", (await Run("poison", "list")).Output);
        Assert.Equal(ExitCode.Refused, (await Run("poison", "retry", $"{sequence}")).ExitCode);
    }

    [Fact]
    public async Task what_stays_set_aside_is_not_a_success()
    {
        await using var host = await ScriptedHost.Start();
        host.On("POST projections/poison-events/7/retry", """{ "items": [{ "sequence": 8, "event_type": "task_teleported", "reason": "event.unknown-type" }] }""");

        var retry = await host.Run("projections", "poison", "retry", "7");

        Assert.Equal(ExitCode.EndedBadly, retry.ExitCode);
        Assert.Contains("task_teleported", retry.Output, StringComparison.Ordinal);
    }

    private Task<Terminal> Run(params string[] arguments) => Terminal.Run(["projections", .. arguments, "--url", own.Url]);
}
