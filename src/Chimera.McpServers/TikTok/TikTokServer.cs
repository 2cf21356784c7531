using Chimera.Domain.Tasks;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Social;

namespace Chimera.McpServers.TikTok;

/// <summary>Posts on TikTok .</summary>
internal static class TikTokServer
{
    public const string Name = "mcp-server-tiktok";

    public static readonly ServerKind Kind = new(Name, "TikTok", "Publishes posts on TikTok and finds them again.",
        stage => SocialTools.Make(stage, Name, "post_tiktok", "Post on TikTok", Platform.Tiktok, "TIKTOK_ACCESS_TOKEN"));
}
