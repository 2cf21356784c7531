using System.Text.Json;
using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Cli;

/// <summary>One use of the command line and what it left behind.</summary>
public sealed record Terminal(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonElement.Parse(Output);

    public static async Task<Terminal> Run(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        var code = await CommandLine.Run(arguments, output, errors, TestContext.Current.CancellationToken);
        return new(code, output.ToString(), errors.ToString());
    }
}
