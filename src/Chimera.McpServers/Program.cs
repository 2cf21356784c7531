using Chimera.McpServers.Hosting;

return await CommandLine.Run(args);
