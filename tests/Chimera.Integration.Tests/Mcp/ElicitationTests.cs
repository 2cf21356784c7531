using System.Text.Json;
using Chimera.Integrations.Mcp;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>What a server is answered that asks its user something, where there is none.</summary>
public sealed class ElicitationTests
{
    [Fact]
    public void a_question_with_a_default_for_all_that_is_needed_is_answered_with_the_defaults()
    {
        var answer = Ask("""{"type":"object","required":["size"],"properties":{"size":{"type":"integer","default":3},"name":{"type":"string"},"draft":{"type":"boolean","default":true}}}""");
        Assert.Equal("accept", answer.Action);
        Assert.Equal("""{"size":3,"draft":true}""", JsonSerializer.Serialize(answer.Content));
    }

    [Theory]
    [InlineData("""{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"size":{"type":"integer","default":3}}}""")]
    [InlineData("""{"type":"object","properties":{"sure":{"type":"boolean"}}}""")]
    [InlineData("""{"type":"object","properties":{}}""")]
    public void a_question_that_only_a_person_can_answer_is_declined(string schema) => Assert.Equal("decline", Ask(schema).Action);

    [Fact]
    public void an_address_to_visit_is_declined() =>
        Assert.Equal("decline", McpGreeting.Answer(new ElicitRequestParams { Mode = "url", Url = "https://example.com", ElicitationId = "1", Message = "Pay here." }).Action);

    private static ElicitResult Ask(string schema) =>
        McpGreeting.Answer(new ElicitRequestParams { Message = "What?", RequestedSchema = JsonSerializer.Deserialize<ElicitRequestParams.RequestSchema>(schema, McpJsonUtilities.DefaultOptions)! });
}
