using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.Domain;
using Chimera.Domain.Agents;
using Chimera.Projections.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Chimera.Api.Rest;

/// <summary>A persona as it is asked for.</summary>
/// <param name="SoulMd">The text of the persona file; without it, the file is read.</param>
public sealed record PersonaFields(
    [property: Description("Where the persona file lies, below the personas folder; with soul_md just its name.")] string SoulMdPath,
    [property: Description("The text of the persona file itself; without it, the file is read.")] string? SoulMd = null,
    IReadOnlyList<string>? VoiceTone = null, IReadOnlyList<string>? CoreValues = null, IReadOnlyList<string>? Directives = null);

public sealed record NewAgent(
    string Name, PersonaFields Persona, Guid? AgentId = null, string? Bio = null, SocialHandles? SocialHandles = null, string? WalletAddress = null,
    string? CharacterReferenceId = null);

[Description("The fields that change; what is absent or null stays. persona and social_handles are replaced as a whole.")]
public sealed record AgentChanges(
    string? Name = null, string? Bio = null, PersonaFields? Persona = null, SocialHandles? SocialHandles = null, string? WalletAddress = null,
    string? CharacterReferenceId = null, [property: Description("active or paused; DELETE archives.")] AgentStatus? Status = null);

public sealed record ProfilePersona(
    string SoulMdPath, [property: JsonPropertyName("soul_md_sha256"), Description("SHA-256 of the persona file's text, in hex.")] string SoulMdSha256,
    IReadOnlyList<string> VoiceTone, IReadOnlyList<string> CoreValues, IReadOnlyList<string> Directives);

/// <summary>The Agent Profile of specification 2.1.</summary>
public sealed record AgentProfile(
    Guid AgentId, string Name, string? Bio, ProfilePersona Persona, SocialHandles SocialHandles, string? WalletAddress, string? CharacterReferenceId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, AgentStatus Status)
{
    public static AgentProfile Of(AgentRow row)
    {
        var rest = JsonSerializer.Deserialize<Metadata>(row.Metadata, ChimeraJson.Stored)!;
        var persona = new ProfilePersona(row.SoulMdPath, rest.SoulMdSha256, rest.Persona.VoiceTone, rest.Persona.CoreValues, rest.Persona.Directives);
        return new(row.AgentId, row.Name, row.Bio, persona, rest.SocialHandles, row.WalletAddress, row.CharacterReferenceId, row.CreatedAt, row.UpdatedAt,
            Words<AgentStatus>.Value(row.Status));
    }

    /// <summary>The fixed keys of <c>agents.metadata</c> (X-19).</summary>
    private sealed record Metadata(Voice Persona, SocialHandles SocialHandles, [property: JsonPropertyName("soul_md_sha256")] string SoulMdSha256);

    private sealed record Voice(IReadOnlyList<string> VoiceTone, IReadOnlyList<string> CoreValues, IReadOnlyList<string> Directives);
}

internal static class Agents
{
    private const string PausedByOperator = "paused by an operator";

    private static readonly Listing<AgentRow> Listing = new(AgentsTable.Description, row => new(0, row.CreatedAt, row.AgentId));

    public static void Map(IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/agents").WithTags("Agents");
        agents.MapPost("", Create).Creates<AgentProfile>("createAgent", "Create an agent", "The agent is active at once. SOUL.md is read and its hash is kept.");
        agents.MapGet("", List).Lists<AgentProfile>("listAgents", "List agents", "Newest first, archived ones included.");
        agents.MapGet("/{id}", Get).Shows<AgentProfile>("getAgent", "Read an agent", "Folded from its events: it shows what was written last.");
        agents.MapPatch("/{id}", Revise).Acts<AgentProfile>("reviseAgent", "Change an agent", "Changes the fields that are given; status pauses or resumes.");
        agents.MapDelete("/{id}", Archive).Deletes("archiveAgent", "Archive an agent", "Final; nothing is deleted. A second time changes nothing.");
        agents.MapPost("/{id}/pause", Pause).Acts<AgentProfile>("pauseAgent", "Pause an agent", "Its work waits until it is resumed.");
        agents.MapPost("/{id}/resume", Resume).Acts<AgentProfile>("resumeAgent", "Resume an agent", "Its work goes on.");
    }

    private static async Task<Reply> Create(
        Body<NewAgent> body, HttpContext http, Commands commands, Streams streams, SoulFiles souls, CancellationToken cancellation)
    {
        var wanted = body.Value;
        var id = Idempotency.IdFor(http, wanted.AgentId, "/agent_id");
        var (persona, soul) = await souls.Read(wanted.Persona, cancellation);
        await commands.Create(new CreateAgent(id, wanted.Name, wanted.Bio, persona, soul, wanted.SocialHandles ?? new(), wanted.WalletAddress, wanted.CharacterReferenceId));
        var agent = await Find(streams, id, cancellation);
        return Reply.Created($"/agents/{id}", AgentProfile.Of(agent.Row), agent.Version);
    }

    public static async Task<Reply> List(
        [AsParameters] PageQuery page, [FromQuery(Name = "status"), WordOf<AgentStatus>] string? status, Pages pages, CancellationToken cancellation) =>
        Reply.Ok(await pages.Read(Listing, page, [new("status = $0", Words<AgentStatus>.Checked(status, "status"))], AgentProfile.Of, cancellation));

    public static Task<Reply> Get(Guid id, Streams streams, CancellationToken cancellation) => Answer(streams, id, cancellation);

    private static async Task<Reply> Revise(
        Guid id, Body<AgentChanges> body, Commands commands, Streams streams, SoulFiles souls, CancellationToken cancellation)
    {
        var wanted = body.Value;
        Rule.Require(wanted.Status != AgentStatus.Archived, "agent.status", "DELETE archives an agent.", "/status");
        (Persona, SoulMd)? read = wanted.Persona is { } fields ? await souls.Read(fields, cancellation) : null;
        var revise = new ReviseAgent(id, wanted.Name, wanted.Bio, read?.Item1, read?.Item2, wanted.SocialHandles, wanted.WalletAddress, wanted.CharacterReferenceId);
        object? turn = wanted.Status switch { AgentStatus.Paused => new PauseAgent(id, PausedByOperator), AgentStatus.Active => new ResumeAgent(id), _ => null };
        await commands.SendInTurn(id, turn is null ? [revise] : revise == new ReviseAgent(id) ? [turn] : [revise, turn]);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Archive(Guid id, Commands commands)
    {
        await commands.Send(new ArchiveAgent(id), id);
        return Reply.NoContent;
    }

    private static async Task<Reply> Pause(Guid id, OptionalBody<WithReason> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new PauseAgent(id, body.Value.Or(PausedByOperator)), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Resume(Guid id, OptionalBody<Nothing> body, Commands commands, Streams streams, CancellationToken cancellation)
    {
        await commands.Send(new ResumeAgent(id), id);
        return await Answer(streams, id, cancellation);
    }

    private static async Task<Reply> Answer(Streams streams, Guid id, CancellationToken cancellation)
    {
        var agent = await Find(streams, id, cancellation);
        return Reply.Ok(AgentProfile.Of(agent.Row), agent.Version);
    }

    private static Task<Folded<AgentRow>> Find(Streams streams, Guid id, CancellationToken cancellation) =>
        streams.Read(AgentsTable.Description, "agent", id, cancellation);
}
