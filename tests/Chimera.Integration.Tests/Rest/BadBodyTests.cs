namespace Chimera.Integration.Tests.Rest;

/// <summary>Bodies that are no good before anybody asks what they mean.</summary>
public sealed class BadBodyTests(ChimeraFixture chimera) : IAsyncLifetime
{
    private readonly Refusals request = new(chimera);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await request.StoredNothing();

    [Theory, InlineData("{\"name\": }"), InlineData("{\"name\":\"Mara\""), InlineData(""), InlineData("name=Mara"), InlineData("{\"a\":1} x")]
    public async Task what_is_not_json_is_malformed(string body) => (await request.Post("agents", body)).Refuses(400, "request.malformed");

    [Fact]
    public async Task malformed_json_is_pointed_at_by_line_and_byte()
    {
        var answer = await request.Post("agents", "{\n  \"name\": }");

        Assert.Contains("line 2, byte 11", answer["detail"].GetString());
    }

    [Theory]
    [InlineData("""{"persona":{"soul_md_path":"a"}}""", "/name")]
    [InlineData("""{"name":"Mara","persona":{}}""", "/persona/soul_md_path")]
    [InlineData("""{"name":null,"persona":{"soul_md_path":"a"}}""", "/name")]
    [InlineData("""{"name":7,"persona":{"soul_md_path":"a"}}""", "/name")]
    [InlineData("""{"name":"Mara","persona":{"soul_md_path":"a"},"mood":"fine"}""", "/mood")]
    [InlineData("""{"name":"Mara","persona":{"soul_md_path":"a"},"a/b.c":1}""", "/a~1b.c")]
    [InlineData("""{"name":"Mara","name":"Ada","persona":{"soul_md_path":"a"}}""", "/name")]
    [InlineData("""{"name":"Mara","persona":{"soul_md_path":"a","voice_tone":["calm",null]}}""", "/persona/voice_tone/1")]
    [InlineData("""{"name":"Ma\u0000ra","persona":{"soul_md_path":"a"}}""", "/name")]
    [InlineData("""{"name":"Ma\ud800ra","persona":{"soul_md_path":"a"}}""", "/name")]
    [InlineData("""{"name":"Mara","persona":{"soul_md_path":"a"},"agent_id":"17"}""", "/agent_id")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    public async Task a_field_that_does_not_fit_is_pointed_at(string body, string pointer)
    {
        var answer = await request.Post("agents", body);

        answer.Refuses(422, "request.field", pointer);
        Assert.DoesNotContain("Chimera.", answer.Text);
    }

    [Fact]
    public async Task a_number_beyond_all_measure_is_refused()
    {
        var body = """{"agent_id":"ID","type":"generate_post","input_data":{"topic":"x","platform":"twitter","context":{"trend_alert":{"n":1e999999}}}}""";

        (await request.Post("tasks", body.Replace("ID", (await chimera.Agent()).ToString()))).Refuses(422, "request.field", "/input_data/context/trend_alert/n");
    }

    [Fact]
    public async Task a_body_is_json_by_its_content_type() =>
        (await request.Post("agents", Given.AgentBody(), ("Content-Type", "text/plain"))).Refuses(415, "request.content-type");

    [Fact]
    public async Task a_body_of_ten_megabytes_is_too_large() =>
        (await request.Post("agents", Given.AgentBody(("bio", new string('b', 10_000_000))))).Refuses(413, "request.too-large");

    [Fact]
    public async Task a_header_that_is_too_long_is_refused()
    {
        (await request.Post("agents", Given.AgentBody(), ("X-Chimera-User", new string('u', 101)))).Refuses(400, "request.user");
        (await request.Post("agents", Given.AgentBody(), ("Idempotency-Key", new string('k', 201)))).Refuses(400, "idempotency.key");
    }
}
