namespace Chimera.Handlers.Pooling;

/// <summary>How much one process does at a time of one kind of work.</summary>
public class PoolOptions
{
    /// <summary>Tasks in execution at a time.</summary>
    public int Parallel { get; set; } = 256;

    /// <summary>Of them, tasks of one agent; 0 sets no limit.</summary>
    public int PerAgent { get; set; }

    /// <summary>Of them, tasks that need one tool server; 0 sets no limit.</summary>
    public int PerServer { get; set; }

    /// <summary>The same for single servers, by name, before <see cref="PerServer"/>.</summary>
    public Dictionary<string, int> Servers { get; } = [];

    /// <summary>Groups that are read, begun and stored at a time.</summary>
    public int Lanes { get; set; } = 2;

    internal int LimitOf(string server) => Servers.TryGetValue(server, out var limit) ? limit : PerServer;
}
