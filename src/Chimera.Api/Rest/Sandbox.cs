using System.Text;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Integrations.Sandbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chimera.Api.Rest;

/// <summary>The pages of the sandbox network, for people.</summary>
internal static class Sandbox
{
    private const int Shown = 60;

    // Posts are texts of models and strangers: nothing on the page may run, and media come from where they are stored.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' http: https:; media-src 'self' http: https:; base-uri 'none'";

    private const string Style = """
        :root{color-scheme:light dark;--line:#8883;--soft:#8881}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem}
        h1{font-size:1.5rem}h2{font-size:1.1rem;text-transform:capitalize}.columns{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr))}
        article{border:1px solid var(--line);border-radius:.75rem;margin:0 0 1rem;overflow:hidden;padding:1rem;background:var(--soft)}
        article p{margin:.5rem 0;overflow-wrap:anywhere;white-space:pre-line}.by{font-weight:600}.at,.none{opacity:.7;font-size:.875rem}
        img,video{border-radius:.5rem;display:block;margin:.5rem 0;max-width:100%}a{color:inherit}
        """;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sandbox", List).ExcludeFromDescription();
        app.MapGet("/sandbox/{platform}/{postId}", Show).ExcludeFromDescription();
    }

    private static async Task<IResult> List(HttpContext http, SandboxNetwork network, CancellationToken cancellation)
    {
        var posts = await network.Latest(Shown, cancellation);
        var columns = Enum.GetValues<Platform>().Select(platform => Column(platform, [.. posts.Where(post => post.Platform == platform)]));
        return Page(http, "Sandbox network", Html.Of($"""<h1>Sandbox network</h1><div class="columns">{columns}</div>"""));
    }

    private static async Task<IResult> Show(string platform, string postId, HttpContext http, SandboxNetwork network, CancellationToken cancellation)
    {
        var post = await network.FindPost(postId, cancellation);
        if (post is null || ChimeraJson.NameOf(post.Platform) != platform) throw Missing();
        return Page(http, $"{Handle(post)} on {platform}", Html.Of($"""<h1>{platform}</h1>{Article(post)}<p><a href="/sandbox">All posts</a></p>"""));
    }

    private static RefusedRequestException Missing() => new(404, "sandbox.unknown", "There is no such page on the sandbox network.");

    private static Html Column(Platform platform, SandboxPost[] posts) => Html.Of(
        $"""<section><h2>{ChimeraJson.NameOf(platform)}</h2>{(posts.Length == 0 ? [Html.Of($"""<p class="none">Nothing yet.</p>""")] : posts.Select(Article))}</section>""");

    private static Html Article(SandboxPost post)
    {
        var link = $"/sandbox/{ChimeraJson.NameOf(post.Platform)}/{Uri.EscapeDataString(post.PostId)}";
        var reply = post.ReplyTo is null ? Html.None : Html.Of($"""<div class="at">in reply to {post.ReplyTo}</div>""");
        return Html.Of($"""
            <article><div class="by">{Handle(post)}</div>{reply}<p>{post.Text}</p>{post.MediaUrls.Select(Media)}<a class="at" href="{link}"><time>{post.PostedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</time></a></article>
            """);
    }

    private static string Handle(SandboxPost post) => post.Handle is { Length: > 0 } handle ? "@" + handle.TrimStart('@') : "(no handle)";

    /// <summary>Only addresses of the web become pictures: a script's address stays out.</summary>
    private static Html Media(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address.AbsolutePath.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase)
            ? Html.Of($"""<video src="{url}" controls></video>""")
            : Html.Of($"""<img src="{url}" alt="" loading="lazy">""")
        : Html.None;

    private static ContentHttpResult Page(HttpContext http, string title, Html body)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var page = Html.Of($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style>{new Html(Style)}</style></head><body>{body}</body></html>
            """);
        return TypedResults.Content(page.Text, "text/html", Encoding.UTF8);
    }
}
