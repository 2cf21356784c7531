using System.Text.Json;
using Chimera.Domain.Agents;
using static Chimera.Domain.Tests.Agents.AgentHistory;

namespace Chimera.Domain.Tests.Agents;

/// <summary>The Agent Profile of specification 2.1, field by field.</summary>
public sealed class AgentProfileSpecs
{
    private const string Profile =
        """
        {
          "agent_id": "0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10",
          "name": "Ada",
          "bio": "Writes about espresso.",
          "persona": {
            "soul_md_path": "personas/ada/SOUL.md",
            "voice_tone": ["warm", "precise"],
            "core_values": ["honesty", "craft"],
            "directives": ["never gives medical advice", "asks before it posts"]
          },
          "soul": { "text": "# Ada", "sha256": "5f1d" },
          "social_handles": { "twitter": "ada_x", "instagram": "ada_ig", "tiktok": "ada_tt" },
          "wallet_address": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
          "character_reference_id": "lora-ada-1",
          "created_at": "2026-02-05T12:00:00+00:00"
        }
        """;

    [Fact]
    public void the_profile_is_what_creation_records() => JsonSpec.Of<AgentCreated>(Profile).ThenRoundTrips();

    [Theory]
    [InlineData("S2.1-1", "/agent_id", "\"0198b2a0-1c1b-7c55-9d6e-0d5a2c7f3b10\"")]
    [InlineData("S2.1-2", "/name", "\"Ada\"")]
    [InlineData("S2.1-3", "/bio", "\"Writes about espresso.\"")]
    [InlineData("S2.1-4", "/persona/soul_md_path", "\"personas/ada/SOUL.md\"")]
    [InlineData("S2.1-5", "/persona/voice_tone", "[\"warm\", \"precise\"]")]
    [InlineData("S2.1-6", "/persona/core_values", "[\"honesty\", \"craft\"]")]
    [InlineData("S2.1-7", "/persona/directives", "[\"never gives medical advice\", \"asks before it posts\"]")]
    [InlineData("S2.1-8", "/social_handles/twitter", "\"ada_x\"")]
    [InlineData("S2.1-9", "/social_handles/instagram", "\"ada_ig\"")]
    [InlineData("S2.1-10", "/social_handles/tiktok", "\"ada_tt\"")]
    [InlineData("S2.1-11", "/wallet_address", "\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\"")]
    [InlineData("S2.1-12", "/character_reference_id", "\"lora-ada-1\"")]
    [InlineData("S2.1-13", "/created_at", "\"2026-02-05T12:00:00+00:00\"")]
    public void every_field_has_its_published_name(string requirement, string pointer, string value) =>
        JsonSpec.Of<AgentCreated>(Profile).ThenWrites(requirement, pointer, value);

    [Theory]
    [InlineData("S2.1-13", "created_at", "\"2026-01-01T12:00:00+00:00\"")]
    [InlineData("S2.1-14", "updated_at", "\"2026-01-01T13:00:00+00:00\"")]
    [InlineData("S2.1-15", "status", "\"paused\"")]
    public void the_agent_itself_knows_its_status_and_when_it_changed(string requirement, string field, string value) =>
        Given(Created, new AgentPaused("holidays", Now)).ThenState(agent =>
            Assert.True(JsonElement.DeepEquals(JsonSpec.Json(value), ChimeraJson.Write(agent).GetProperty(field)), requirement));

    [Fact]
    public void the_status_is_active_paused_or_archived() =>
        Assert.Equal(["active", "paused", "archived"], Enum.GetValues<AgentStatus>().Select(ChimeraJson.NameOf));

    [Theory]
    [InlineData("\"deleted\""), InlineData("\"Active\""), InlineData("\"ACTIVE\""), InlineData("0"), InlineData("\"0\"")]
    [InlineData("\"active,paused\""), InlineData("\"\"")]
    public void another_status_is_refused(string status) =>
        Broken.By(() => ChimeraJson.Read<AgentStatus>(JsonSpec.Json(status), "agent.status", "/status"), "agent.status", "/status");

    [Theory, InlineData("/social_handles/twitter"), InlineData("/social_handles/instagram"), InlineData("/social_handles/tiktok")]
    public void each_handle_is_optional(string handle) => JsonSpec.Of<AgentCreated>(Profile).Without(handle).ThenRoundTrips();

    [Theory, InlineData("/persona/soul_md_path"), InlineData("/persona/voice_tone"), InlineData("/persona/core_values"), InlineData("/persona/directives")]
    public void a_persona_is_given_whole(string field) => JsonSpec.Of<AgentCreated>(Profile).Without(field).ThenBreaks("json.misfit", "/persona");

    [Theory, InlineData("\"soon\""), InlineData("1767225600"), InlineData("\"05.02.2026\"")]
    public void times_are_iso_8601(string time) => JsonSpec.Of<AgentCreated>(Profile).With("/created_at", time).ThenBreaks("json.misfit", "/created_at");

    [Fact]
    public void an_agent_id_is_a_uuid() => JsonSpec.Of<AgentCreated>(Profile).With("/agent_id", "\"ada\"").ThenBreaks("json.misfit", "/agent_id");
}
