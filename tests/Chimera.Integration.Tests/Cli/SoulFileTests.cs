using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Cli;

public sealed class SoulFileTests : IDisposable
{
    private const string Field = "/agents/0/persona/soul_md_path";

    private readonly BriefFolder brief = new();

    public void Dispose() => brief.Dispose();

    [Theory]
    [InlineData("personas/none.md", "no such file")]
    [InlineData("personas", "folder")]
    [InlineData("", "is needed")]
    [InlineData("/etc/hostname", "relative")]
    [InlineData("../ada.md", "outside")]
    [InlineData("personas/../../ada.md", "outside")]
    [InlineData("personas/empty.md", "empty")]
    [InlineData("personas/latin.md", "UTF-8")]
    [InlineData("personas/large.md", "larger")]
    [InlineData("personas/torn.md", "front matter")]
    public void a_soul_that_cannot_be_taken_is_named(string path, string reason)
    {
        brief.Write("personas/empty.md", " \n");
        brief.Write("personas/large.md", new string('a', 70_000));
        brief.Write("personas/torn.md", "---\nvoice_tone: [calm\n---\n");
        File.WriteAllBytes(Path.Combine(brief.Folder, "personas/latin.md"), [0x23, 0x20, 0xE9]);

        Assert.Contains(reason, Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void no_link_leads_out_of_the_briefs_folder()
    {
        using var other = new BriefFolder();
        File.CreateSymbolicLink(Path.Combine(brief.Folder, "personas/link.md"), Path.Combine(other.Folder, "personas/ada.md"));
        Directory.CreateSymbolicLink(Path.Combine(brief.Folder, "elsewhere"), Path.Combine(other.Folder, "personas"));
        File.CreateSymbolicLink(Path.Combine(brief.Folder, "circle.md"), "circle.md");

        Assert.Contains("outside", Refusal("personas/link.md"), StringComparison.Ordinal);
        Assert.Contains("outside", Refusal("elsewhere/ada.md"), StringComparison.Ordinal);
        Assert.NotEmpty(Refusal("circle.md"));
    }

    [Fact]
    public void a_link_within_the_folder_and_a_way_round_are_taken()
    {
        File.CreateSymbolicLink(Path.Combine(brief.Folder, "personas/link.md"), Path.Combine(brief.Folder, "personas/ada.md"));

        Assert.Equal(2, brief.With(Field, "\"personas/link.md\"").Read().Agents.Count);
        Assert.Equal(2, brief.With(Field, "\"personas/../personas/./ada.md\"").Read().Agents.Count);
    }

    private string Refusal(string path)
    {
        var refusal = Assert.Throws<BriefException>(() => brief.With(Field, $"\"{path}\"").Read());
        return Assert.Single(refusal.Problems, problem => problem.Pointer == Field).Sentence;
    }
}
