using Chimera.Api.Cli;
using Chimera.Api.Hosting;

namespace Chimera.Integration.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "campaign")]
    [InlineData("--help", "demo")]
    [InlineData("serve --help", "chimera serve")]
    [InlineData("campaign --help", "launch")]
    [InlineData("campaign launch --help", "--dry-run")]
    [InlineData("campaign list --help", "--status")]
    [InlineData("campaign cancel --help", "--reason")]
    [InlineData("agent pause --help", "chimera agent pause")]
    [InlineData("task list --help", "--type")]
    [InlineData("hitl modify --help", "--text")]
    [InlineData("db --help", "verify")]
    [InlineData("db script --help", "--from")]
    [InlineData("projections --help", "poison")]
    [InlineData("projections rebuild --help", "--expect-equal")]
    [InlineData("demo --help", "--resume")]
    public async Task help_is_everywhere(string arguments, string expected)
    {
        var help = await Terminal.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Ok, help.ExitCode);
        Assert.Contains(expected, help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("campaign")]
    [InlineData("campaign launch")]
    [InlineData("campaign launch none.json")]
    [InlineData("campaign list --status sleepy")]
    [InlineData("task list --limit 0")]
    [InlineData("task list --limit many")]
    [InlineData("task show zz")]
    [InlineData("hitl modify 3f6c0b1e")]
    [InlineData("hitl modify 3f6c0b1e --text a --output b.json")]
    [InlineData("agent list --url nowhere")]
    [InlineData("projections rebuild --expect-equal --allow-changes")]
    [InlineData("projections rebuilds --limit 201")]
    [InlineData("projections rebuilds zz")]
    [InlineData("projections poison retry first")]
    [InlineData("demo")]
    public async Task what_cannot_be_asked_is_a_usage_error(string arguments)
    {
        var refusal = await Terminal.Run(arguments.Split(' '));

        Assert.Equal((ExitCode.Usage, ""), (refusal.ExitCode, refusal.Output));
        Assert.NotEmpty(refusal.Errors);
    }

    [Theory]
    [InlineData("campaign list")]
    [InlineData("agent show 3f6c0b1e --json")]
    [InlineData("hitl approve 00000000-0000-0000-0000-000000000001")]
    public async Task a_host_that_is_not_there_is_said_to_be_unreachable(string arguments)
    {
        var url = $"http://127.0.0.1:{LoopbackPort.Free()}";

        var refusal = await Terminal.Run([.. arguments.Split(' '), "--url", url]);

        Assert.Equal((ExitCode.Unreachable, ""), (refusal.ExitCode, refusal.Output));
        Assert.Contains(url, refusal.Errors, StringComparison.Ordinal);
    }
}
