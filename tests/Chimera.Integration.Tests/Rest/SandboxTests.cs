using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Chimera.Integration.Tests.Rest;

public sealed class SandboxTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task posts_are_shown_and_nothing_in_them_runs()
    {
        var id = Guid.NewGuid().ToString("N");
        await using (var insert = chimera.Alba.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            insert into chimera_sandbox.posts (post_id, platform, agent_id, handle, text, media_urls, idempotency_key, posted_at)
            values ($1, 'instagram', gen_random_uuid(), 'mara<i>', '<script>alert(1)</script> & more', $2, $1, now())
            """))
        {
            string[] media = ["http://127.0.0.1/media/a.png", "javascript:alert(2)", "http://x/\" onerror=\"alert(3)"];
            insert.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = id }, new() { Value = media } });
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var list = (await chimera.Get("/sandbox")).Expect(200);
        var page = (await chimera.Get($"/sandbox/instagram/{id}")).Expect(200);

        Assert.All([list, page], answer =>
        {
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more", answer.Text);
            Assert.Contains("@mara&lt;i&gt;", answer.Text);
            Assert.Contains("<img src=\"http://127.0.0.1/media/a.png\"", answer.Text);
            Assert.DoesNotContain("javascript:", answer.Text);
            Assert.DoesNotContain("<script", answer.Text);
            Assert.DoesNotContain("\" onerror", answer.Text);
            Assert.Contains("default-src 'none'", answer.Headers.ContentSecurityPolicy.ToString());
        });
        Assert.Contains($"/sandbox/instagram/{id}", list.Text);
        (await chimera.Get($"/sandbox/twitter/{id}")).Refuses(404, "sandbox.unknown");
        (await chimera.Get("/sandbox/twitter/none")).Refuses(404, "sandbox.unknown");
    }

    [Fact]
    public async Task media_are_served_by_their_hash_for_ever()
    {
        var name = $"{new string('a', 64)}.png";
        await File.WriteAllBytesAsync(Path.Combine(chimera.Settings.MediaFolder, name), [1, 2, 3], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(chimera.Settings.MediaFolder, "secret.png"), "no", TestContext.Current.CancellationToken);

        var file = (await chimera.Get($"/media/{name}")).Expect(200);

        Assert.Equal(("image/png", "public, max-age=31536000, immutable"), (file.Headers.ContentType.ToString(), file.Headers.CacheControl.ToString()));
        foreach (var wrong in new[] { "secret.png", $"{new string('b', 64)}.png", $"{new string('A', 64)}.png", "..%2Fpostgres.password", $"{new string('a', 64)}.png%0A" })
            (await chimera.Get($"/media/{wrong}")).Refuses(404, "media.unknown");
    }

    [Fact]
    public async Task the_process_is_up_and_ready()
    {
        Assert.Equal("up", (await chimera.Get("/healthz")).Expect(200)["status"].GetString());
        Assert.Equal("ready", (await chimera.Get("/readyz")).Expect(200)["status"].GetString());
    }
}
