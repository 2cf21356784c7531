using Chimera.Domain.Agents;

namespace Chimera.Domain.Tests.Agents;

/// <summary>The cast and the past shared by every agent spec: Ada writes about espresso and owns a wallet.</summary>
public static class AgentHistory
{
    public const string Wallet = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", OtherWallet = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    public static readonly DateTimeOffset Then = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), Now = Then.AddHours(1);
    public static readonly Guid Ada = Guid.NewGuid();
    public static readonly Persona WarmPersona = new("personas/ada/SOUL.md", ["warm", "precise"], ["honesty"], ["never gives medical advice"]);
    public static readonly SoulMd Soul = new("# Ada\nLoves espresso.", "5f1d");
    public static readonly SocialHandles Handles = new("ada_x", "ada_ig", "ada_tt");

    public static readonly CreateAgent Create = new(Ada, "Ada", "Writes about espresso.", WarmPersona, Soul, Handles, Wallet, "lora-ada-1");

    public static readonly AgentCreated Created = new(Ada, "Ada", "Writes about espresso.", WarmPersona, Soul, Handles, Wallet, "lora-ada-1", Then);
    public static readonly AgentPaused Paused = new("holidays", Then);
    public static readonly AgentResumed Resumed = new(Then);
    public static readonly AgentArchived Archived = new(Then);

    public static Spec<Agent, AgentEvent> Given(params AgentEvent[] history) => new Spec<Agent, AgentEvent>(Agent.Evolve).Given(history);
}
