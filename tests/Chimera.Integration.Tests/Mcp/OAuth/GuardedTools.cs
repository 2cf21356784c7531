using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.Domain;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.Integration.Tests.Mcp.OAuth;

/// <summary>An image that is always the same.</summary>
[McpServerToolType]
internal sealed class GuardedTools(GuardedServer server)
{
    public const string Vanishing = "a walk, and then nobody is let in any more";

    [McpServerTool(Name = "generate_image", UseStructuredContent = true, ReadOnly = true)]
    public async Task<GuardedImage> GenerateImage(string prompt, RequestContext<CallToolRequestParams> request, CancellationToken cancellation)
    {
        if (prompt == Vanishing)
        {
            var turnedAway = server.TurnedAway();
            server.Authority.ForgetAll();
            await request.EnablePollingAsync(TimeSpan.FromMilliseconds(10), cancellation); // the answer has to be fetched by another request,
            await turnedAway.WaitAsync(cancellation); // which is not let in
        }
        return new($"https://guarded.example/{Uri.EscapeDataString(prompt)}.png", ChimeraJson.Write(new { width = 1280, height = 720, file_size_bytes = 1000, format = "png" }));
    }
}

internal sealed record GuardedImage([property: JsonPropertyName("image_url")] string ImageUrl, JsonElement Metadata);
