using Chimera.Domain.Tasks;
using Chimera.McpServers.Accounts;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Media;
using Chimera.McpServers.Records;
using Chimera.McpServers.Social;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.TikTok;

/// <summary>Posts on TikTok .</summary>
internal static class TikTokServer
{
    public const string Name = "mcp-server-tiktok";

    public static readonly ServerKind Kind = new(Name, "TikTok", "Publishes posts on TikTok and finds them again.",
        stage => SocialTools.Make(stage, Name, "post_tiktok", "Post on TikTok", Platform.Tiktok, () => Real(stage)));

    private static TikTokNetwork Real(Backstage stage)
    {
        var (variables, clock) = (stage.Settings.Variables, TimeProvider.System);
        variables.Require(Name, "DATABASE_URL", "TIKTOK_CLIENT_KEY", "TIKTOK_CLIENT_SECRET", "TIKTOK_ACCOUNTS");
        var accounts = AccountBook<TikTokAccount>.Of(variables, TikTokApi.Platform, "TIKTOK_ACCOUNTS");
        var web = PlatformClients.Make(TikTokApi.Platform, variables.Address("TIKTOK_API_URL", "https://open.tiktokapis.com"), variables);
        var api = new TikTokApi(web, new Grants(stage.Records, clock), new(variables["TIKTOK_CLIENT_KEY"], variables["TIKTOK_CLIENT_SECRET"]), clock);
        var posting = new TikTokPosting(api, variables.Find("TIKTOK_PRIVACY") ?? "PUBLIC_TO_EVERYONE");
        return new(posting, accounts, new PostRecords(stage.Records, "tiktok"), PublicMedia.Of(stage, Name), clock);
    }
}
