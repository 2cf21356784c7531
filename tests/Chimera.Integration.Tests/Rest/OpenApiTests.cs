namespace Chimera.Integration.Tests.Rest;

public sealed class OpenApiTests(ChimeraFixture chimera)
{
    private static readonly string Committed = Path.Combine(Repository.Root, "docs", "openapi.json");

    /// <summary>Run with <c>UPDATE_SNAPSHOTS=1</c> to write the document anew.</summary>
    [Fact]
    public async Task the_committed_document_is_what_the_host_serves()
    {
        var served = (await chimera.Get("/openapi/v1.json")).Expect(200).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Committed, served, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken), served);
    }

    [Fact]
    public async Task the_committed_document_keeps_the_rules_of_its_standard() =>
        Assert.StartsWith("No results", await NodeTools.Run(NodeTools.Spectral, ["lint", Committed, "--ruleset", "spectral.yaml", "--fail-severity", "warn"]));

    [Fact]
    public async Task every_operation_says_what_it_is()
    {
        var document = (await chimera.Get("/openapi/v1.json")).Expect(200);
        Assert.StartsWith("3.1", document["openapi"].GetString());

        foreach (var path in document["paths"].EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                Assert.All(["operationId", "summary", "description", "tags", "responses"], field => Assert.True(operation.Value.TryGetProperty(field, out _), $"{path.Name}: {field}"));
    }

    [Theory, InlineData("agents"), InlineData("campaigns"), InlineData("tasks")]
    public async Task the_examples_work_as_they_stand(string resource)
    {
        var document = (await chimera.Get("/openapi/v1.json")).Expect(200);
        var body = document["paths"].GetProperty($"/api/v1/{resource}").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        var example = body.GetProperty("example").GetRawText().Replace("0198c0de-0000-7000-8000-000000000001", (await chimera.Agent()).ToString());

        (await chimera.Post(resource, example)).Expect(201);
    }

    [Fact]
    public async Task people_read_it_in_a_browser() => Assert.Contains("scalar", (await chimera.Get("/docs/")).Expect(200).Text);
}
