using System.CommandLine;

namespace Chimera.Api.Cli;

/// <summary>One use of the command line: what was given, the host it is meant for, and how to answer.</summary>
internal sealed class Call(ParseResult given) : IDisposable
{
    private readonly Lazy<HostClient> host = new(() => new HostClient(GlobalOptions.UrlOf(given)));

    public HostClient Host => host.Value;
    public Printer Printer { get; } = GlobalOptions.PrinterOf(given);

    public T? Value<T>(Option<T> option) => given.GetValue(option);
    public T? Value<T>(Argument<T> argument) => given.GetValue(argument);
    public T Required<T>(Argument<T> argument) => given.GetRequiredValue(argument);
    public T Required<T>(Option<T> option) => given.GetRequiredValue(option);

    public void Dispose()
    {
        if (host.IsValueCreated) host.Value.Dispose();
    }
}
