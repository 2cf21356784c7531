using Chimera.Domain.Tasks;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Social;

namespace Chimera.McpServers.Instagram;

/// <summary>Posts on Instagram .</summary>
internal static class InstagramServer
{
    public const string Name = "mcp-server-instagram";

    public static readonly ServerKind Kind = new(Name, "Instagram", "Publishes posts on Instagram and finds them again.",
        stage => SocialTools.Make(stage, Name, "post_instagram", "Post on Instagram", Platform.Instagram, "INSTAGRAM_ACCESS_TOKEN"));
}
