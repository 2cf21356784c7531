using System.Globalization;
using Chimera.Benchmarks;

// One benchmark a call: pipeline [N] [warm-ups].
if (args is not ["pipeline", ..])
{
    await Console.Error.WriteLineAsync("usage: pipeline [tasks] [warm-up rounds]");
    return 2;
}
await PipelineBenchmark.Run(Number(1, 5000), Number(2, 6));
return 0;

int Number(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
