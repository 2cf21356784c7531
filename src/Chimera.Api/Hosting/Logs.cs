namespace Chimera.Api.Hosting;

internal static class Logs
{
    /// <summary>One line an entry on standard error; <c>CHIMERA_LOG</c> sets the level, warnings by default.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var level = Enum.TryParse<LogLevel>(Environment.GetEnvironmentVariable("CHIMERA_LOG"), ignoreCase: true, out var wanted) ? wanted : LogLevel.Warning;
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(level);
        // Marten logs a lost race for a stream as an error before the handler retries it; what is not retried is logged by Wolverine.
        builder.Logging.AddFilter("Marten.IDocumentStore", level == LogLevel.Warning ? LogLevel.None : level);
        // While the broker is away its senders say so many times a second; the queues' guard says it in a sentence.
        builder.Logging.AddFilter("Wolverine.RabbitMQ.Internal.RabbitMqSender", level == LogLevel.Warning ? LogLevel.None : level);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
