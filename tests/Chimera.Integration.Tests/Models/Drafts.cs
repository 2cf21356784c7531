using System.Text.Json.Nodes;

namespace Chimera.Integration.Tests.Models;

/// <summary>Plans as a model would write them.</summary>
internal static class Drafts
{
    /// <summary>A text and its publication.</summary>
    public static string OnePost(Guid agent) => Of(Text(agent, "t1"), Publication(agent, "t2", "t1"));

    public static string Of(params JsonNode[] tasks) => new JsonObject { ["tasks"] = new JsonArray(tasks) }.ToJsonString();

    public static JsonObject Text(Guid agent, string key, string topic = "Balcony panels") => Step(agent, key, "generate_post", [("topic", topic)]);

    public static JsonObject Publication(Guid agent, string key, string text, params string[] waits) =>
        Step(agent, key, "post_content", [("text_from", text)], waits);

    private static JsonObject Step(Guid agent, string key, string type, (string Name, string Value)[] fields, params string[] waits)
    {
        var step = new JsonObject
        {
            ["key"] = key, ["type"] = type, ["agent_id"] = agent.ToString(), ["goal"] = 0, ["priority"] = 5, ["platform"] = "twitter",
            ["depends_on"] = new JsonArray([.. waits.Select(wait => JsonValue.Create(wait))]), ["topic"] = null, ["tone"] = null, ["key_message"] = null,
            ["hashtags"] = null, ["prompt"] = null, ["text_from"] = null, ["media_from"] = null, ["publish_after_seconds"] = null
        };
        foreach (var (name, value) in fields) step[name] = value;
        return step;
    }
}
