namespace Chimera.Api.Hosting;

/// <summary>What a process does: the orchestrator serves the API and keeps the tables, the others take messages from their queues.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Orchestrator = 1,
    Planner = 2,
    Worker = 4,
    Judge = 8,
    All = Orchestrator | Planner | Worker | Judge
}

/// <summary>The value of an environment variable makes no sense.</summary>
/// <param name="code">Which, for programs.</param>
/// <param name="message">What is wrong and what to do, for people.</param>
public sealed class HostSettingException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

internal static class RoleWords
{
    /// <summary>Reads <c>planner,judge</c>; no word at all is every role.</summary>
    public static Roles Parse(string? words)
    {
        if (words is null) return Roles.All;
        var roles = Roles.None;
        foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) roles |= Role(word);
        return roles == Roles.None ? throw Misfit(words) : roles;
    }

    private static Roles Role(string word) => word switch
    {
        "orchestrator" => Roles.Orchestrator,
        "planner" => Roles.Planner,
        "worker" => Roles.Worker,
        "judge" => Roles.Judge,
        _ => throw Misfit(word)
    };

    private static HostSettingException Misfit(string word) => new("setting.roles", $"CHIMERA_ROLES has '{word}'; it is one or more of orchestrator, planner, worker, judge, with commas.");
}
