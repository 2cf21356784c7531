using System.Text.Json.Nodes;
using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Cli;

/// <summary>A folder of its own with a brief that is valid until somebody changes it.</summary>
public sealed class BriefFolder : IDisposable
{
    public BriefFolder()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "personas"));
        Write("personas/ada.md", "# Ada\n\n## Voice\n- calm\n");
        Write("personas/bob.md", "# Bob\n\n## Voice\n- loud\n");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("chimera-brief-").FullName;

    public string File => Path.Combine(Folder, "brief.json");

    public JsonObject Json { get; } = (JsonObject)JsonNode.Parse(
        """
        {
          "name": "Opening", "start_date": "2026-12-01T00:00:00Z", "budget_usd": 10,
          "agents": [
            { "name": "Ada", "persona": { "soul_md_path": "personas/ada.md" }, "social_handles": { "twitter": "ada" } },
            { "name": "Bob", "persona": { "soul_md_path": "personas/bob.md" }, "social_handles": {} }
          ],
          "goals": [{ "objective": "People know", "topics": ["the opening"], "platforms": ["twitter"], "posts": 2 }]
        }
        """)!;

    public void Write(string path, string text) => System.IO.File.WriteAllText(Path.Combine(Folder, path), text);

    /// <summary>The brief with one field set; JSON null removes it. The path is a pointer, with - for the end of a list.</summary>
    public BriefFolder With(string pointer, string? json)
    {
        var steps = pointer.Split('/')[1..];
        JsonNode at = Json;
        foreach (var step in steps[..^1]) at = at is JsonArray list ? list[int.Parse(step, null)]! : at[step]!;
        if (at is JsonArray array) array.Add(Node(json));
        else if (json is null) ((JsonObject)at).Remove(steps[^1]);
        else at[steps[^1]] = Node(json);
        return this;
    }

    public Brief Read()
    {
        Save();
        return Brief.Read(File);
    }

    public void Save() => System.IO.File.WriteAllText(File, Json.ToJsonString());

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static JsonNode? Node(string? json) => json is null ? null : JsonNode.Parse(json);
}
