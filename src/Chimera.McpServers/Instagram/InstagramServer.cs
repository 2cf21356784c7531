using Chimera.Domain.Tasks;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Media;
using Chimera.McpServers.Records;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Instagram;

/// <summary>Posts on Instagram .</summary>
internal static class InstagramServer
{
    public const string Name = "mcp-server-instagram";

    public static readonly ServerKind Kind = new(Name, "Instagram", "Publishes posts on Instagram and finds them again.",
        stage => SocialTools.Make(stage, Name, "post_instagram", "Post on Instagram", Platform.Instagram, () => Real(stage)));

    private static InstagramNetwork Real(Backstage stage)
    {
        var (variables, clock) = (stage.Settings.Variables, TimeProvider.System);
        variables.Require(Name, "DATABASE_URL", "INSTAGRAM_ACCOUNTS");
        var accounts = AccountBook<InstagramAccount>.Of(variables, InstagramApi.Platform, "INSTAGRAM_ACCOUNTS");
        var web = PlatformClients.Make(InstagramApi.Platform, variables.Address("INSTAGRAM_API_URL", "https://graph.instagram.com/v23.0"), variables);
        var api = new InstagramApi(web, new(web, new Grants(stage.Records, clock), clock), clock);
        var (containers, replies) = (new InstagramContainers(api), new InstagramReplies(api, clock));
        return new(api, accounts, new PostRecords(stage.Records, "instagram"), containers, replies, PublicMedia.Of(stage, Name), clock);
    }
}
