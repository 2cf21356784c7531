using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Chimera.McpServers.Social;

namespace Chimera.McpServers.Twitter;

/// <summary>Whether a post of a timeline is what was asked for. X shortens links, escapes signs, links media, and names those who are answered.</summary>
internal static partial class PostMatch
{
    public static bool IsOf(XPost post, Draft draft) =>
        TextOf(post, draft.ReplyTo is not null) == Normal(draft.Text ?? "", draft.ReplyTo is not null)
        && post.ReferencedTweets?.FirstOrDefault(one => one.Type == "replied_to")?.Id == draft.ReplyTo
        && draft.MediaIds.Count == (post.Attachments?.MediaKeys?.Count ?? 0)
        && draft.MediaIds.All(id => post.Attachments!.MediaKeys!.Any(key => key.EndsWith($"_{id}", StringComparison.Ordinal)));

    private static string TextOf(XPost post, bool isReply)
    {
        var text = post.Text;
        foreach (var link in post.Entities?.Urls ?? [])
            text = text.Replace(link.Url, link.MediaKey is null ? link.ExpandedUrl ?? link.Url : "", StringComparison.Ordinal);
        return Normal(WebUtility.HtmlDecode(text), isReply);
    }

    private static string Normal(string text, bool isReply)
    {
        var composed = Slashes().Replace(Schemes().Replace(text.Normalize(NormalizationForm.FormC), ""), "");
        return Spaces().Replace(isReply ? Addressees().Replace(composed, "") : composed, " ").Trim();
    }

    // X knows an address that was written without its scheme, and gives it one, and a slash
    [GeneratedRegex("https?://", RegexOptions.IgnoreCase)]
    private static partial Regex Schemes();

    [GeneratedRegex(@"/(?=\s|\z)")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\A(\s*@\w{1,15})+\s")]
    private static partial Regex Addressees();
}
