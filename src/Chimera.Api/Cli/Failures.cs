using Chimera.Api.Hosting;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace Chimera.Api.Cli;

/// <summary>Failures that are expected: what is printed and returned instead of a stack trace.</summary>
internal static class Failures
{
    public static int? CodeOf(Exception failure) => failure switch
    {
        UsageException or BriefException => ExitCode.Usage,
        HostUnreachableException => ExitCode.Unreachable,
        HostRefusedException or EmbeddedPostgresException or MigrationException or HostSettingException or NpgsqlException or PortTakenException => ExitCode.Refused,
        IOException { InnerException: AddressInUseException } => ExitCode.Refused,
        OperationCanceledException => ExitCode.Interrupted,
        _ => null
    };

    public static void Print(Exception failure, Printer printer)
    {
        if (failure is OperationCanceledException) return;
        if (failure is HostRefusedException refused) Print(refused, printer);
        else if (failure is MigrationException misfit) Print(misfit.Code, misfit.Message, printer);
        else if (failure is HostSettingException wrong) Print(wrong.Code, wrong.Message, printer);
        else printer.Note(failure.Message);
    }

    private static void Print(string code, string detail, Printer printer)
    {
        if (printer.Json) printer.Document(new { code, detail });
        printer.Note(detail);
        printer.Note($"  code: {code}");
    }

    private static void Print(HostRefusedException refused, Printer printer)
    {
        if (printer.Json) printer.Document(refused.Problem);
        printer.Note($"The host refused: {refused.Title ?? refused.Status.ToString()} ({(int)refused.Status})");
        printer.Note($"  {refused.Message}");
        if (refused.Code is { } code) printer.Note($"  code: {code}");
        if (refused.Pointer is { Length: > 0 } pointer) printer.Note($"  pointer: {pointer}");
    }
}
