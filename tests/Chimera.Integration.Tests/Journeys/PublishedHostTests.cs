using System.Net.Http.Json;
using System.Text.Json;
using Chimera.Integration.Tests.Migrations;
using Chimera.Integration.Tests.Rabbit;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Journeys;

public sealed class PublishedHostTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_published_host_finds_the_tool_servers_in_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("chimera-published-");
        try
        {
            await Publish(folder.FullName);
            await using var database = await OwnDatabase.Create(postgres);
            using var host = await ServeProcess.Start("", database.Connection, "", folder.FullName);
            using var client = new HttpClient { BaseAddress = new(host.Url + "/api/v1/") };
            var agent = (await Post(client, "agents", Given.AgentBody())).GetProperty("agent_id").GetGuid();
            var image = Given.TaskBody(agent, ("type", "generate_image"), ("input_data", new { prompt = "a walk in the wood" }));
            var task = (await Post(client, "tasks", image)).GetProperty("task_id").GetGuid();
            await Eventually.Is(() => client.GetStringAsync($"results?task_id={task}", Stop), results => results.Contains("image_url", StringComparison.Ordinal), "the image");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What was built with these tests.</summary>
    private static async Task Publish(string folder)
    {
        var (code, said, complained) = await NodeTools.End("dotnet",
            ["publish", Path.Combine(Repository.Root, "src", "Chimera.Api"), "--no-build", "--configuration", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "--output", folder]);
        Assert.True(code == 0, $"{said}\n{complained}");
    }

    private static async Task<JsonElement> Post(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Stop);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Stop);
    }
}
