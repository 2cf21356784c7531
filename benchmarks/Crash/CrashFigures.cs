using System.Text.Json.Serialization;

namespace Chimera.Benchmarks.Crash;

/// <summary>What was killed, and what was wrong when all was over.</summary>
/// <param name="SlowestStartS">Seconds from a kill of the host until the next one was ready.</param>
internal sealed record CrashFigures(
    int HostKills, int PostgresKills, int BrokerKills, int RedisKills, long Tasks, long Lost, long Doubled, long EffectsDoubled, long Unresolved, bool TablesEqual, double SlowestStartS)
{
    [JsonPropertyOrder(-1)]
    public string Bench { get; init; } = "crash";

    [JsonPropertyOrder(-1)]
    public int Kills => HostKills + PostgresKills + BrokerKills + RedisKills;

    public int Seed { get; init; }

    [JsonIgnore]
    public bool IsGood => Lost + Doubled + EffectsDoubled + Unresolved == 0 && TablesEqual;

    public CrashFigures And(CrashFigures other) => new(
        HostKills + other.HostKills, PostgresKills + other.PostgresKills, BrokerKills + other.BrokerKills, RedisKills + other.RedisKills, Tasks + other.Tasks, Lost + other.Lost,
        Doubled + other.Doubled, EffectsDoubled + other.EffectsDoubled, Unresolved + other.Unresolved, TablesEqual && other.TablesEqual, Math.Max(SlowestStartS, other.SlowestStartS));
}
