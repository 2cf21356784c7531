using System.Globalization;
using Chimera.Benchmarks;
using Chimera.Benchmarks.Crash;

// One benchmark a call: its name, then its numbers.
try
{
    switch (args)
    {
        case ["pipeline", ..]:
            await PipelineBenchmark.Run(new(Number(1, 20_000), Number(2, 512), Number(3, 3), Plan: args.Contains("plan")));
            return 0;
        case ["rabbit", ..]:
            await PipelineBenchmark.RunOverRabbit(new(Number(1, 20_000), Number(2, 512), Number(3, 3), Plan: args.Contains("plan")));
            return 0;
        case ["redis", ..]:
            await RedisBenchmark.Run(new(Number(1, 20_000), Number(2, 512), Number(3, 3), Plan: args.Contains("plan")), garnet: args.Contains("garnet"));
            return 0;
        case ["rebuild", ..]:
            await RebuildBenchmark.Run(Number(1, 1_000_000));
            return 0;
        case ["lag", ..]:
            await LagBenchmark.Run(Number(1, 500), Number(2, 30));
            return 0;
        case ["graphql", ..]:
            await GraphQLBenchmark.Run(Number(1, 200_000), Number(2, 10));
            return 0;
        case ["growth", ..]:
            await GrowthBenchmark.Run(Number(1, 5_000_000));
            return 0;
        case ["waiting", ..]:
            await WaitingBenchmark.Run(Number(1, 10_000), Number(2, 1000));
            return 0;
        case ["hitl", ..]:
            return await HitlBenchmark.Run(Number(1, 20_000), Number(2, 5_200_000));
        case ["mcp", ..]:
            await McpBenchmark.Run(Number(1, 20_000));
            return 0;
        case ["start", ..]:
            await StartBenchmark.Run(Number(1, 5));
            return 0;
        case ["crash", ..]:
            return await CrashBenchmark.Run(Number(1, 20), Number(2, 20261125));
        default:
            await Console.Error.WriteLineAsync("usage: pipeline [tasks] [in flight] [warm-up rounds] [plan] | rabbit [the same] | redis [the same] [garnet] | rebuild [events] | lag [tasks a second] [seconds] | graphql [tasks] [seconds] | growth [events] | waiting [tasks] [limit] | hitl [items] [events] | mcp [calls] | start [rounds] | crash [kills] [seed]");
            return 2;
    }
}
finally
{
    BenchmarkHost.Clean();
}

int Number(int position, int otherwise) => args.Length > position && int.TryParse(args[position], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
