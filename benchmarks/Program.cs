using System.Globalization;
using Chimera.Benchmarks;

// One benchmark a call: its name, then its numbers.
switch (args)
{
    case ["pipeline", ..]:
        await PipelineBenchmark.Run(new(Number(1, 20_000), Number(2, 512), Number(3, 3), Plan: args.Contains("plan")));
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
    default:
        await Console.Error.WriteLineAsync("usage: pipeline [tasks] [in flight] [warm-up rounds] [plan] | rebuild [events] | lag [tasks a second] [seconds] | graphql [tasks] [seconds]");
        return 2;
}

int Number(int position, int otherwise) => args.Length > position && int.TryParse(args[position], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
