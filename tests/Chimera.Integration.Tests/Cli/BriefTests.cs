using Chimera.Api.Cli;

namespace Chimera.Integration.Tests.Cli;

public sealed class BriefTests : IDisposable
{
    private readonly BriefFolder brief = new();

    public void Dispose() => brief.Dispose();

    [Fact]
    public void a_good_brief_is_read_with_its_defaults()
    {
        var read = brief.Read();

        Assert.Equal(("Opening", 10m, false), (read.Name, read.BudgetUsd, read.DryRun));
        Assert.Equal(["Ada", "Bob"], read.Agents.Select(agent => agent.Name));
        Assert.Equal(5, Assert.Single(read.Goals).Priority);
    }

    [Theory]
    [InlineData("/name", null, "/name")]
    [InlineData("/name", "\" \"", "/name")]
    [InlineData("/name", "7", "/name")]
    [InlineData("/name", "null", "/name")]
    [InlineData("/start_date", null, "/start_date")]
    [InlineData("/start_date", "\"soon\"", "/start_date")]
    [InlineData("/end_date", "\"2020-01-01T00:00:00Z\"", "/end_date")]
    [InlineData("/budget_usd", "0", "/budget_usd")]
    [InlineData("/budget_usd", "\"10\"", "/budget_usd")]
    [InlineData("/dry_run", "\"yes\"", "/dry_run")]
    [InlineData("/titel", "1", "/titel")]
    [InlineData("/agents", "[]", "/agents")]
    [InlineData("/agents", "{}", "/agents")]
    [InlineData("/agents/-", "null", "/agents/2")]
    [InlineData("/agents/1/name", null, "/agents/1/name")]
    [InlineData("/agents/1/name", "\"ada\"", "/agents/1/name")]
    [InlineData("/agents/1/nickname", "\"B\"", "/agents/1/nickname")]
    [InlineData("/agents/1/social_handles", null, "/agents/1/social_handles")]
    [InlineData("/agents/1/social_handles/myspace", "\"bob\"", "/agents/1/social_handles/myspace")]
    [InlineData("/agents/1/wallet_address", "\"0x12\"", "/agents/1/wallet_address")]
    [InlineData("/agents/1/persona/soul_md_path", null, "/agents/1/persona/soul_md_path")]
    [InlineData("/agents/1/persona/directives", "[null]", "/agents/1/persona/directives/0")]
    [InlineData("/goals/0/posts", "0", "/goals/0/posts")]
    [InlineData("/goals/0/posts", "1.5", "/goals/0/posts")]
    [InlineData("/goals/0/topics", "[]", "/goals/0/topics")]
    [InlineData("/goals/0/platforms", "[\"twitter\", \"myspace\"]", "/goals/0/platforms/1")]
    [InlineData("/goals/0/platforms", "[1]", "/goals/0/platforms/0")]
    [InlineData("/goals/0/priority", "11", "/goals/0/priority")]
    [InlineData("/constraints", "{\"max_tasks\": 0}", "/constraints/max_tasks")]
    [InlineData("/constraints", "{\"allowed_task_types\": [\"dance\"]}", "/constraints/allowed_task_types/0")]
    public void a_bad_brief_names_the_file_and_the_field(string field, string? value, string pointer)
    {
        var refusal = Assert.Throws<BriefException>(() => brief.With(field, value).Read());

        Assert.Contains(refusal.Problems, problem => problem.Pointer == pointer);
        Assert.Contains($"{brief.File}: {pointer}: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Chimera.", refusal.Message, StringComparison.Ordinal); // no type of ours helps an author
    }

    [Fact]
    public void several_missing_fields_and_broken_rules_are_all_named()
    {
        Assert.Equal(["/name", "/goals"], Problems(brief.With("/name", null).With("/goals", null)));
        Assert.Equal(["/agents/0/bio", "/agents/1/persona/soul_md_path", "/goals/0/posts"], Problems(new BriefFolder()
            .With("/agents/0/bio", $"\"{new string('b', 501)}\"").With("/agents/1/persona/soul_md_path", "\"none.md\"").With("/goals/0/posts", "0")).Order());
    }

    [Theory]
    [InlineData("{ \"name\": ", "Line 1")]
    [InlineData("[]", "JSON object")]
    [InlineData("", "Line 1")]
    [InlineData("{}", "/agents: This field is required.")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "/name")]
    public void what_is_no_brief_is_said_plainly(string text, string expected)
    {
        File.WriteAllText(brief.File, text);

        Assert.Contains(expected, Assert.Throws<BriefException>(() => Brief.Read(brief.File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_missing_file_and_a_folder_are_named()
    {
        Assert.Contains("no such file", Assert.Throws<BriefException>(() => Brief.Read(brief.File)).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<BriefException>(() => Brief.Read(brief.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void an_agents_id_follows_from_its_name_in_any_case()
    {
        Assert.Equal(BriefAgent.IdOf("Ada Lovelace"), BriefAgent.IdOf("ada LOVELACE"));
        Assert.NotEqual(BriefAgent.IdOf("Ada"), BriefAgent.IdOf("Bob"));
        Assert.Equal(5, BriefAgent.IdOf("Ada").Version);
    }

    private static IEnumerable<string> Problems(BriefFolder folder) => Assert.Throws<BriefException>(folder.Read).Problems.Select(problem => problem.Pointer);
}
