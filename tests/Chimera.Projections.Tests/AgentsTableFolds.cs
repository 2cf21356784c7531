using Chimera.Domain.Agents;
using Chimera.Projections.Tables;
using static Chimera.Projections.Tests.Past;

namespace Chimera.Projections.Tests;

public sealed class AgentsTableFolds
{
    [Fact]
    public void what_has_no_column_is_in_the_metadata_under_fixed_keys() => Assert.Equal(
        """{"persona":{"voice_tone":["warm"],"core_values":["truth"],"directives":["be kind"]},"social_handles":{"twitter":"ada","instagram":"ada.pics"},"soul_md_sha256":"aa"}""",
        AgentsTable.Description.Row(Ada, AdaCreated)!.Metadata);

    [Fact]
    public void a_new_persona_leaves_the_handles_alone()
    {
        var row = AgentsTable.Description.Row(Ada, AdaCreated, new AgentPersonaReplaced(AdasPersona with { SoulMdPath = "souls/b.md", VoiceTone = ["dry"] }, new("# B", "bb"), Later))!;

        Assert.Equal("souls/b.md", row.SoulMdPath);
        Assert.Equal(
            """{"persona":{"voice_tone":["dry"],"core_values":["truth"],"directives":["be kind"]},"social_handles":{"twitter":"ada","instagram":"ada.pics"},"soul_md_sha256":"bb"}""",
            row.Metadata);
    }

    [Fact]
    public void every_change_moves_updated_at()
    {
        AgentEvent[] changes =
        [
            new AgentRenamed("Grace", Later), new AgentBioRewritten(null, Later), new AgentHandlesReplaced(new("grace"), Later),
            new AgentWalletAssigned("0x1", Later), new AgentCharacterReplaced("ref", Later), new AgentPaused("rest", Later), new AgentResumed(Later), new AgentArchived(Later)
        ];

        Assert.All(changes, change => Assert.Equal(Later, AgentsTable.Description.Row(Ada, AdaCreated, change)!.UpdatedAt));
        var row = AgentsTable.Description.Row(Ada, [AdaCreated, .. changes])!;
        Assert.Equal(("Grace", null, "0x1", "ref", "archived", Now), (row.Name, row.Bio, row.WalletAddress, row.CharacterReferenceId, row.Status, row.CreatedAt));
    }

    [Fact]
    public void a_text_is_never_cut_within_a_character() =>
        Assert.Equal(new string('a', 99), AgentsTable.Description.Row(Ada, AdaCreated with { Name = new string('a', 99) + "😀" })!.Name);
}
