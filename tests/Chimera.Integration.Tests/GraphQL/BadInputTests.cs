using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>What is wrong is refused with a code, before anything is read, and the host goes on.</summary>
public sealed class BadInputTests(ChimeraFixture chimera) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => default;

    /// <summary>After each of them, the host still answers.</summary>
    public async ValueTask DisposeAsync() => await chimera.Query("{ agents(first: 1) { nodes { id } } }");

    [Theory]
    [InlineData("{ tasks(first: -1) { nodes { id } } }", "page.limit")]
    [InlineData("{ tasks(first: 0) { nodes { id } } }", "page.limit")]
    [InlineData("{ tasks(last: 201) { nodes { id } } }", "page.limit")]
    [InlineData("{ tasks(first: 100000) { nodes { id } } }", "page.limit")]
    [InlineData("{ agents(first: 1) { nodes { tasks(first: 100000) { nodes { id } } } } }", "page.limit")]
    [InlineData("{ tasks(first: 1, last: 1) { nodes { id } } }", "page.direction")]
    [InlineData("{ tasks(before: \"x\") { nodes { id } } }", "page.direction")]
    [InlineData("{ tasks(after: \"nonsense\") { nodes { id } } }", "page.cursor")]
    [InlineData("{ tasks(asOf: \"2999-01-01T00:00:00Z\") { nodes { id } } }", "as-of.future")]
    [InlineData("{ counts(asOf: \"1999-01-01T00:00:00Z\") { tasks { total } } }", "as-of.before-first")]
    [InlineData("{ tasks(asOfSequence: 0) { nodes { id } } }", "as-of.before-first")]
    [InlineData("{ tasks(asOfSequence: 9000000000000) { nodes { id } } }", "as-of.future")]
    [InlineData("{ tasks(asOf: \"2026-01-01T00:00:00Z\", asOfSequence: 1) { nodes { id } } }", "request.parameter")]
    [InlineData("{ task(id: \"17\") { id } }", "request.parameter")]
    [InlineData("{ tasks(filter: {taskId: {eq: \"17\"}}) { nodes { id } } }", "request.parameter")]
    [InlineData("{ why(table: tasks, id: \"0198c0de-0000-7000-8000-000000000001\", field: \"mood\") { actor } }", "why.column")]
    [InlineData("{ diff { rows { id } } }", "request.parameter")]
    [InlineData("{ diff(fromSequence: 1, toSequence: 3, asOfSequence: 2) { next } }", "request.parameter")]
    [InlineData("{ queueDepths(asOfSequence: 0) { tasks } }", "as-of.before-first")]
    [InlineData("{ projectionState(asOf: \"2999-01-01T00:00:00Z\") { sequence } }", "as-of.future")]
    [InlineData("{ tasksByHour(from: \"2026-01-02T00:00:00Z\", to: \"2026-01-01T00:00:00Z\") { hour } }", "request.parameter")]
    [InlineData("{ history(id: \"0198c0de-0000-7000-8000-000000000001\", first: 1001) { id } }", "page.limit")]
    public async Task a_field_that_cannot_be_answered_says_why(string query, string code)
    {
        var answer = await chimera.Attempt(query);

        Assert.Equal((200, code), (answer.Http.Status, answer.Code));
        Assert.Equal(JsonValueKind.Null, answer.Data.EnumerateObject().Single().Value.ValueKind);
    }

    [Theory]
    [InlineData("{ agents { nodes { tasks { nodes { results { nodes { id } } } } } } }", "graphql.complexity")]
    [InlineData("{ agents(first: 200) { edges { node { tasks(first: 200) { edges { node { id } } } } } } }", "graphql.complexity")]
    [InlineData("{ task(id: 1) { agent { tasks(first: 1) { nodes { agent { tasks(first: 1) { nodes { agent { tasks(first: 1) { nodes { agent { tasks(first: 1) { nodes { agent { tasks(first: 1) { nodes { id } } } } } } } } } } } } } } } } }", "graphql.depth")]
    [InlineData("{ tasks(asOf: \"2026-01-01T00:00:00\") { nodes { id } } }", "graphql.validation")]
    [InlineData("{ nothing }", "graphql.validation")]
    [InlineData("{ tasks(filter: {status: {eq: PENDING}}) { nodes { id } } }", "graphql.validation")]
    [InlineData("{ tasks( }", "graphql.syntax")]
    [InlineData("query($id: ID!) { task(id: $id) { id } }", "graphql.variables")]
    [InlineData("query A { __typename } query B { __typename }", "graphql.operation")]
    [InlineData("mutation { deleteEverything }", "graphql.operation")]
    public async Task a_query_that_is_wrong_is_not_executed(string query, string code)
    {
        var answer = await chimera.Attempt(query);

        Assert.Equal((400, code), (answer.Http.Status, answer.Code));
        Assert.False(answer.Http.Json.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task limits_hold_for_a_document_that_is_known_too()
    {
        const string query = "query($first: Int!) { agents(first: $first) { nodes { tasks(first: $first) { nodes { id } } } } }";
        await chimera.Query(query, new { first = 1 });

        Assert.Equal("graphql.complexity", (await chimera.Attempt(query, new { first = 200 })).Code);
        Assert.Equal("page.limit", (await chimera.Attempt(query, new { first = -1 })).Code);
        Assert.Equal("graphql.variables", (await chimera.Attempt(query, new { first = "many" })).Code);
        Assert.Equal("graphql.variables", (await chimera.Attempt(query)).Code);
    }

    [Fact]
    public async Task a_cursor_belongs_to_its_list_and_its_order()
    {
        var agent = await chimera.PausedAgent();
        await chimera.PendingTask(agent);
        var cursor = (await chimera.Query("query($agent: ID!) { tasks(first: 1, filter: {agentId: {eq: $agent}}) { pageInfo { endCursor } } }", new { agent }))["tasks.pageInfo.endCursor"].GetString();

        Assert.Equal("page.cursor", (await chimera.Attempt("query($after: String) { agents(after: $after) { nodes { id } } }", new { after = cursor })).Code);
        Assert.Equal("page.cursor", (await chimera.Attempt("query($after: String) { tasks(after: $after, orderBy: PRIORITY_DESC) { nodes { id } } }", new { after = cursor })).Code);
    }

    [Fact]
    public async Task a_document_has_an_end() =>
        Assert.Equal("graphql.document-size", (await chimera.Attempt($"{{ agents {{ nodes {{ {string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"a{i}: id"))} }} }} }}")).Code);

    [Theory]
    [InlineData("POST", "not json", 400, "request.malformed")]
    [InlineData("POST", "[]", 400, "request.malformed")]
    [InlineData("POST", "{}", 400, "request.malformed")]
    [InlineData("POST", """{"query": 17}""", 400, "request.malformed")]
    [InlineData("POST", """{"query": "{ __typename }", "variables": []}""", 400, "request.malformed")]
    [InlineData("PUT", "{}", 405, "graphql.method")]
    public async Task a_request_that_is_none_says_why(string method, string body, int status, string code) =>
        Assert.Equal((status, code), await Refusal(await chimera.Call(method, "/graphql", body)));

    [Fact]
    public async Task a_get_changes_nothing() => Assert.Equal((405, "graphql.method"), await Refusal(await chimera.Get("/graphql?query=mutation{deleteEverything}")));

    [Fact]
    public async Task media_types_are_agreed_on()
    {
        Assert.Equal((406, "request.accept"), await Refusal(await chimera.Get("/graphql?query={__typename}", ("Accept", "text/html"))));
        Assert.Equal((415, "request.content-type"), await Refusal(await chimera.Post("/graphql", "{ __typename }", ("Content-Type", "application/graphql"))));
        Assert.Equal((406, "request.accept"), await Refusal(await chimera.Get("/graphql?query=subscription{eventAppended{id}}")));
    }

    private static Task<(int, string?)> Refusal(Answer answer) => Task.FromResult((answer.Status, new GraphQLAnswer(answer).Code));
}
