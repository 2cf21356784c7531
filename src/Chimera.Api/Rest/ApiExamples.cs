using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Chimera.Api.Rest;

/// <summary>Requests that work, one for each body that needs more than a word.</summary>
internal static class ApiExamples
{
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["createAgent"] = """
            {"name":"Mara Field","bio":"Walks, soil and slow mornings.","persona":{"soul_md_path":"mara.md","soul_md":"# Mara\n\nCalm, curious, never salesy.",
            "voice_tone":["calm"],"core_values":["honesty"],"directives":["Never promise health effects."]},"social_handles":{"twitter":"marafield"}}
            """,
        ["reviseAgent"] = """{"bio":"Walks, soil, slow mornings and tea.","status":"paused"}""",
        ["createCampaign"] = """
            {"name":"Spring walks","agent_ids":["0198c0de-0000-7000-8000-000000000001"],"start_date":"2026-03-01T00:00:00Z","end_date":"2026-04-01T00:00:00Z",
            "budget_usd":25,"goals":[{"objective":"People go outside","topics":["walking"],"platforms":["twitter"],"posts":3}]}
            """,
        ["reviseCampaign"] = """{"budget_usd":40,"status":"active"}""",
        ["createTask"] = """
            {"agent_id":"0198c0de-0000-7000-8000-000000000001","type":"generate_post","priority":7,"input_data":{"topic":"walking","platform":"twitter"}}
            """,
        ["rescheduleTask"] = """{"scheduled_time":"2026-03-02T08:00:00Z"}""",
        ["assignHitlItem"] = """{"assigned_to":"ada"}""",
        ["decideHitlItem"] = """{"decision":"approve","reviewer":"ada","feedback":"Fine as it is."}""",
        ["completeToolServerAuthorization"] = """{"redirected":"http://127.0.0.1:8976/callback?code=4f2a&state=9b1c"}""",
        ["startRebuild"] = """{"table":"tasks","expect_equal":true}"""
    };

    public static void AddTo(OpenApiOperation operation)
    {
        if (operation.OperationId is { } id && Bodies.TryGetValue(id, out var json) && operation.RequestBody?.Content?["application/json"] is { } body)
            body.Example = JsonNode.Parse(json);
    }
}
