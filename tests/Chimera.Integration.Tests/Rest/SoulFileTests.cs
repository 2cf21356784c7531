using System.Security.Cryptography;

namespace Chimera.Integration.Tests.Rest;

/// <summary>SOUL.md comes from the request or from below the personas folder, and from nowhere else.</summary>
public sealed class SoulFileTests(ChimeraFixture chimera) : IAsyncLifetime
{
    private readonly Refusals request = new(chimera);
    private readonly string folder = $"soul-{Guid.NewGuid():N}";

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(chimera.Settings.PersonasFolder, folder));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await request.StoredNothing();

    [Fact]
    public async Task a_file_below_the_folder_is_read_and_hashed()
    {
        await File.WriteAllTextAsync(Below("mara.md"), "# Mara\n", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Below("link.md"), Below("mara.md"));

        var created = (await chimera.Post("agents", Body("mara.md"))).Expect(201);
        var linked = (await chimera.Post("agents", Body("link.md"))).Expect(201);

        var expected = Convert.ToHexStringLower(SHA256.HashData("# Mara\n"u8));
        Assert.Equal(expected, created["persona"].GetProperty("soul_md_sha256").GetString());
        Assert.Equal(expected, linked["persona"].GetProperty("soul_md_sha256").GetString());
    }

    [Fact]
    public async Task a_file_that_is_not_there_is_missing()
    {
        File.CreateSymbolicLink(Below("round.md"), Below("round.md"));

        await Refused("none.md", "agent.soul-missing");
        await Refused("none/none.md", "agent.soul-missing");
        await Refused("round.md", "agent.soul-missing");
    }

    [Fact]
    public Task a_folder_is_no_file() => Refused(".", "agent.soul-directory");

    [Fact]
    public async Task a_path_stays_below_the_folder()
    {
        var outside = Path.Combine(chimera.Settings.Home, $"outside-{Guid.NewGuid():N}.md");
        await File.WriteAllTextAsync(outside, "# Nobody", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Below("out.md"), outside);
        Directory.CreateSymbolicLink(Below("away"), chimera.Settings.Home);

        await Refused("../../" + Path.GetFileName(outside), "agent.soul-outside");
        await Refused("out.md", "agent.soul-outside");
        await Refused("away/" + Path.GetFileName(outside), "agent.soul-outside");
        (await request.Post("agents", Given.AgentBody(("persona", new { soul_md_path = outside })))).Refuses(422, "agent.soul-outside", "/persona/soul_md_path");
    }

    [Fact]
    public async Task a_file_is_a_text_of_at_most_64_kib()
    {
        await File.WriteAllTextAsync(Below("large.md"), new string('x', 64 * 1024 + 1), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Below("binary.md"), [0xff, 0xfe, 0x00], TestContext.Current.CancellationToken);

        await Refused("large.md", "agent.soul-too-large");
        await Refused("binary.md", "agent.soul-text");
        (await request.Post("agents", Given.AgentBody(("persona", Given.Persona(("soul_md", new string('x', 64 * 1024 + 1)))))))
            .Refuses(422, "agent.soul-too-large", "/persona/soul_md_path");
    }

    private string Below(string file) => Path.Combine(chimera.Settings.PersonasFolder, folder, file);

    private Dictionary<string, object?> Body(string file) => Given.AgentBody(("persona", new { soul_md_path = $"{folder}/{file}" }));

    private async Task Refused(string file, string code) => (await request.Post("agents", Body(file))).Refuses(422, code, "/persona/soul_md_path");
}
