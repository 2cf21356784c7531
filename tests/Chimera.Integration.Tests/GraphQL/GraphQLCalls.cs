using System.Text.Json;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

/// <summary>An answer of GraphQL.</summary>
internal sealed record GraphQLAnswer(Answer Http)
{
    public JsonElement Data => Http["data"];

    /// <summary>A value of the data by its path, <c>agents.nodes.0.name</c>.</summary>
    public JsonElement this[string path] => path.Split('.').Aggregate(Data, (at, step) => int.TryParse(step, out var index) ? at[index] : at.GetProperty(step));

    public JsonElement[] List(string path) => [.. this[path].EnumerateArray()];

    public string? Code => Http.Json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    public GraphQLAnswer Good()
    {
        Assert.True(Code is null, Http.Text);
        return this;
    }
}

/// <summary>Queries as a client sends them.</summary>
internal static class GraphQLCalls
{
    private const string Route = "/graphql", NewMedia = "application/graphql-response+json";

    /// <summary>A query that must succeed.</summary>
    public static async Task<GraphQLAnswer> Query(this ChimeraFixture chimera, string query, object? variables = null) => (await chimera.Attempt(query, variables)).Good();

    /// <summary>A query that may be refused.</summary>
    public static Task<GraphQLAnswer> Attempt(this ChimeraFixture chimera, string query, object? variables = null) => chimera.Send(new { query, variables });

    public static async Task<GraphQLAnswer> Send(this ChimeraFixture chimera, object body) => new(await chimera.Post(Route, body, ("Accept", NewMedia)));

    /// <summary>Asks until the answer is as it should be: the tables follow the events.</summary>
    public static Task<GraphQLAnswer> Until(this ChimeraFixture chimera, string query, object? variables, Func<GraphQLAnswer, bool> holds, string what) =>
        Eventually.Is(() => chimera.Query(query, variables), holds, what);
}
