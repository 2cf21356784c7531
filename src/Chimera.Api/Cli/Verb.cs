using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Chimera.Api.Cli;

/// <summary>A command with examples in its help.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;

    public Verb With(params Symbol[] symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Option option) Options.Add(option);
            if (symbol is Argument argument) Arguments.Add(argument);
            if (symbol is Command command) Subcommands.Add(command);
        }
        return this;
    }

    public Verb Does(Func<Call, CancellationToken, Task<int>> action)
    {
        SetAction(async (given, cancellation) =>
        {
            using var call = new Call(given);
            return await action(call, cancellation);
        });
        return this;
    }
}

/// <summary>The usual help, followed by the examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb { Examples.Count: > 0 } verb) return ExitCode.Ok;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples) output.WriteLine($"  chimera {example}");
        output.WriteLine();
        return ExitCode.Ok;
    }
}
