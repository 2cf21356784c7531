namespace Chimera.Integrations.Mcp;

/// <summary>A call was sent, and no answer came that can be read: the tool may have acted.</summary>
internal sealed class AnswerLostException(string message, Exception? cause = null) : Exception(message, cause);
