namespace Chimera.Integrations.Mcp;

/// <summary>How far a call over HTTP has come: once a server has taken it, nobody can say any more that nothing has happened.</summary>
internal sealed class CallTrace
{
    private static readonly AsyncLocal<CallTrace?> Current = new();

    private volatile bool isTaken;

    public bool IsTaken => isTaken;

    /// <summary>The trace of what is sent from here on.</summary>
    public static CallTrace Begin() => Current.Value = new();

    public static void Note(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.Method == HttpMethod.Post && response.IsSuccessStatusCode && Current.Value is { } trace) trace.isTaken = true;
    }
}
