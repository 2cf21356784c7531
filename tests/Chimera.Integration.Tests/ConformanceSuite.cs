using System.Text.Json;

namespace Chimera.Integration.Tests;

/// <summary>The protocol's conformance suite. What it is expected to find wrong stands in <c>tests/tools/conformance.yml</c>.</summary>
internal static class ConformanceSuite
{
    /// <summary>Fails when the suite finds more than what it is expected to find, or less.</summary>
    public static async Task Passes(params string[] arguments)
    {
        await NodeTools.Install();
        var results = Directory.CreateTempSubdirectory("chimera-conformance-");
        try
        {
            string[] suite = [NodeTools.Conformance, .. arguments, "--expected-failures", Path.Combine(NodeTools.Folder, "conformance.yml"), "--output-dir", results.FullName];
            var (code, said, complained) = await NodeTools.End(NodeTools.NewerNode, suite);
            var checks = results.EnumerateFiles("checks.json", SearchOption.AllDirectories).SelectMany(file => JsonElement.Parse(File.ReadAllText(file.FullName)).EnumerateArray()).ToArray();
            var wrong = string.Join('\n', checks.Where(check => check.GetProperty("status").GetString() is "FAILURE" or "WARNING"));
            Assert.True(code == 0, $"{string.Join(' ', arguments)} ended with {code}:\n{wrong}\n{said}\n{complained}");
            Assert.Contains(checks, check => check.GetProperty("status").GetString() == "SUCCESS");
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    /// <summary>All that the suite can ask of a client, by its own list.</summary>
    public static async Task<string[]> ClientScenarios()
    {
        await NodeTools.Install();
        var (code, said, complained) = await NodeTools.End(NodeTools.NewerNode, [NodeTools.Conformance, "list", "--client"]);
        Assert.True(code == 0, complained);
        return [.. said.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];
    }
}
