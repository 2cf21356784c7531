using System.CommandLine;
using System.CommandLine.Help;

namespace Chimera.Api.Cli;

/// <summary>The command line: the tree of commands, and what becomes of failures.</summary>
public static class CommandLine
{
    private static readonly RootCommand Root = Compose();

    /// <summary>Response files are off: a feedback may begin with an @.</summary>
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> Run(string[] arguments, TextWriter? output = null, TextWriter? errors = null, CancellationToken cancellation = default)
    {
        var given = Root.Parse(arguments.Length == 0 ? ["--help"] : arguments, Parser);
        var configuration = new InvocationConfiguration
        {
            Output = output ?? Console.Out, Error = errors ?? Console.Error, EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromMinutes(1) // a database that is being stopped is worth waiting for
        };
        if (given.Errors.Count > 0) return Misuse(given, configuration.Error);
        try
        {
            return await given.InvokeAsync(configuration, cancellation);
        }
        catch (Exception failure) when (Failures.CodeOf(failure) is { } code)
        {
            Failures.Print(failure, new Printer(configuration.Output, configuration.Error, given.GetValue(GlobalOptions.Json)));
            return code;
        }
    }

    private static RootCommand Compose()
    {
        var root = new RootCommand("Chimera: agents that plan, write, review and publish campaigns.")
        {
            Serving.Serve(), CampaignVerbs.All(), AgentVerbs.All(), TaskVerbs.All(), HitlVerbs.All(), ProjectionVerbs.All(), DeadLetterVerbs.All(), ToolVerbs.All(), DbVerbs.All(), DemoVerb.Demo(), HandlersVerb.Handlers(), GlobalOptions.Url, GlobalOptions.Json
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static int Misuse(ParseResult given, TextWriter errors)
    {
        foreach (var error in given.Errors) errors.WriteLine(error.Message);
        var path = new Stack<string>();
        for (var at = given.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult) path.Push(at.Command is RootCommand ? "chimera" : at.Command.Name);
        errors.WriteLine($"See: {string.Join(' ', path)} --help");
        return ExitCode.Usage;
    }
}
