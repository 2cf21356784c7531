using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.Web;

/// <summary>Errors of a platform that did not say what became of a request.</summary>
internal static class NoAnswer
{
    /// <summary>It may have acted.</summary>
    public static ToolErrorException Lost(string words) => new(ErrorTable.OutcomeUnknown, words);

    /// <summary>Nothing happened: it may be asked again.</summary>
    public static ToolErrorException Failed(string words) => new(ErrorTable.WorkerError, words);

    public static ToolErrorException Of(bool mayHaveHappened, string words) => mayHaveHappened ? Lost(words) : Failed(words);
}
