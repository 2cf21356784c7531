using System.Globalization;
using Chimera.Benchmarks;

// One benchmark a call: pipeline [N] [warm-ups], graphql [N] [seconds].
switch (args)
{
    case ["pipeline", ..]:
        await PipelineBenchmark.Run(Number(1, 5000), Number(2, 6));
        return 0;
    case ["graphql", ..]:
        await GraphQLBenchmark.Run(Number(1, 200_000), Number(2, 10));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: pipeline [tasks] [warm-up rounds] | graphql [tasks] [seconds]");
        return 2;
}

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
