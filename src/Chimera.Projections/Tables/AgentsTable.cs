using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Projections.Events;
using Npgsql;
using static Chimera.Projections.Tables.Cells;

namespace Chimera.Projections.Tables;

/// <summary>A row of <c>agents</c>.</summary>
/// <param name="Metadata">JSON, see <see cref="AgentsTable"/>.</param>
public sealed record AgentRow(
    Guid AgentId, string Name, string? Bio, string SoulMdPath, string? CharacterReferenceId, string? WalletAddress, string Status,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string Metadata);

/// <summary>
/// The agents. What the specification's profile has and its table has not lives in <c>metadata</c> under fixed keys:
/// <c>persona</c> {voice_tone, core_values, directives}, <c>social_handles</c> and <c>soul_md_sha256</c>.
/// </summary>
public static class AgentsTable
{
    public static readonly TableDescription<AgentRow> Description =
        new TableDescription<AgentRow>("agents", typeof(AgentEvent), row => row.AgentId, Read, Fold)
            .Column("agent_id", "uuid PRIMARY KEY DEFAULT gen_random_uuid()", row => row.AgentId)
            .Column("name", "varchar(100) NOT NULL", row => row.Name)
            .Column("bio", "text", row => row.Bio)
            .Column("soul_md_path", "varchar(500) NOT NULL", row => row.SoulMdPath)
            .Column("character_reference_id", "varchar(255)", row => row.CharacterReferenceId)
            .Column("wallet_address", "varchar(255) UNIQUE", row => row.WalletAddress)
            .Column("status", "varchar(20) DEFAULT 'active'", row => row.Status, words: typeof(AgentStatus))
            .Column("created_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.CreatedAt)
            .Column("updated_at", "timestamptz DEFAULT CURRENT_TIMESTAMP", row => row.UpdatedAt)
            .Column("metadata", "jsonb", row => row.Metadata)
            .Index("idx_agents_status", "status")
            .Index("idx_agents_wallet", "wallet_address");

    public static AgentRow? Fold(AgentRow? row, StoredEvent @event) => (row, @event.Data) switch
    {
        (_, AgentCreated e) => new(e.AgentId, Fit(e.Name, 100), e.Bio, Fit(e.Persona.SoulMdPath, 500), FitOrNull(e.CharacterReferenceId, 255),
            FitOrNull(e.WalletAddress, 255), ChimeraJson.NameOf(AgentStatus.Active), Moment(e.CreatedAt), Moment(e.CreatedAt),
            Json(new Metadata(Voice.Of(e.Persona), e.SocialHandles, e.Soul.Sha256))),
        (null, _) => null,
        (_, AgentRenamed e) => row with { Name = Fit(e.Name, 100), UpdatedAt = Moment(e.At) },
        (_, AgentBioRewritten e) => row with { Bio = e.Bio, UpdatedAt = Moment(e.At) },
        (_, AgentPersonaReplaced e) => row with
        {
            SoulMdPath = Fit(e.Persona.SoulMdPath, 500),
            UpdatedAt = Moment(e.At),
            Metadata = Json(MetadataOf(row) with { Persona = Voice.Of(e.Persona), SoulMdSha256 = e.Soul.Sha256 })
        },
        (_, AgentHandlesReplaced e) => row with { UpdatedAt = Moment(e.At), Metadata = Json(MetadataOf(row) with { SocialHandles = e.SocialHandles }) },
        (_, AgentWalletAssigned e) => row with { WalletAddress = Fit(e.WalletAddress, 255), UpdatedAt = Moment(e.At) },
        (_, AgentCharacterReplaced e) => row with { CharacterReferenceId = FitOrNull(e.CharacterReferenceId, 255), UpdatedAt = Moment(e.At) },
        (_, AgentPaused e) => row with { Status = ChimeraJson.NameOf(AgentStatus.Paused), UpdatedAt = Moment(e.At) },
        (_, AgentResumed e) => row with { Status = ChimeraJson.NameOf(AgentStatus.Active), UpdatedAt = Moment(e.At) },
        (_, AgentArchived e) => row with { Status = ChimeraJson.NameOf(AgentStatus.Archived), UpdatedAt = Moment(e.At) },
        _ => row
    };

    private static AgentRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.TextAt(2), row.GetString(3), row.TextAt(4), row.TextAt(5), row.GetString(6), row.TimeAt(7), row.TimeAt(8),
        row.GetString(9));

    private static Metadata MetadataOf(AgentRow row) => JsonSerializer.Deserialize<Metadata>(row.Metadata, ChimeraJson.Stored)!;

    private sealed record Metadata(Voice Persona, SocialHandles SocialHandles, [property: JsonPropertyName("soul_md_sha256")] string SoulMdSha256);

    private sealed record Voice(IReadOnlyList<string> VoiceTone, IReadOnlyList<string> CoreValues, IReadOnlyList<string> Directives)
    {
        public static Voice Of(Persona persona) => new(persona.VoiceTone, persona.CoreValues, persona.Directives);
    }
}
