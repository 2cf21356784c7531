using Chimera.Api.Cli;

return await CommandLine.Run(args);
