using System.CommandLine;
using Chimera.Api.Hosting;
using JasperFx;
using Wolverine;

namespace Chimera.Api.Cli;

/// <summary><c>chimera handlers FOLDER</c>, for the build: writes the code around the handlers, which a host would otherwise compile at every start (ADR 0021).</summary>
internal static class HandlersVerb
{
    private static readonly Argument<DirectoryInfo> Folder = new("folder") { Description = "Where the code goes; what is there is written over." };

    public static Command Handlers()
    {
        var verb = new Command("handlers", "Writes the code around the handlers, for the build.") { Folder };
        verb.Hidden = true;
        verb.SetAction((given, _) => Write(given.GetValue(Folder)!.FullName));
        return verb;
    }

    private static async Task<int> Write(string folder)
    {
        var settings = HostSettings.FromEnvironment() with { ConnectionString = "Host=127.0.0.1" }; // nothing is asked of it
        await using var app = ChimeraHost.Builder(settings, builder =>
            builder.Services.ConfigureWolverine(options => options.CodeGeneration.GeneratedCodeOutputPath = folder)).Build();
        return await app.RunJasperFxCommands(["codegen", "write"]);
    }
}
