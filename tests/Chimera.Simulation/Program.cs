using Chimera.Simulation;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is ["simulate", ..]) return SimulateCommand.Run(args[1..]);
if (args.Any(arg => arg is "--server" or "--internal-msbuild-node"))
    return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
return await ConsoleRunner.Run(args);
