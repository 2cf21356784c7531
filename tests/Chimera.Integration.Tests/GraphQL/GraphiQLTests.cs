using System.Text.RegularExpressions;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

public sealed partial class GraphiQLTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task the_page_and_all_that_it_loads_come_from_this_host()
    {
        var page = (await chimera.Get("/graphiql")).Expect(200).Text;
        string[] parts = [.. Address().Matches(page).Select(match => match.Groups[1].Value)];

        Assert.Equal(6, parts.Length);
        foreach (var part in parts.Where(part => part != "data:,")) Assert.NotEmpty((await chimera.Get(part)).Expect(200).Text);
        Assert.All(parts, part => Assert.Matches("^(/graphiql/|data:)", part));
    }

    [Fact]
    public async Task another_file_is_not_served() => (await chimera.Get("/graphiql/package.json")).Refuses(404, "graphiql.unknown");

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Address();
}
