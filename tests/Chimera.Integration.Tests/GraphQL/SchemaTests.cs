using System.Text.Json;
using Chimera.Api.GraphQL.Schema;
using Chimera.Projections;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Chimera.Integration.Tests.GraphQL;

public sealed class SchemaTests(ChimeraFixture chimera)
{
    private static readonly string Committed = Path.Combine(Repository.Root, "docs", "schema.graphql");

    private ISchema Schema => chimera.Alba.Services.GetRequiredService<ISchema>();

    /// <summary>Run with <c>UPDATE_SNAPSHOTS=1</c> to write the schema anew.</summary>
    [Fact]
    public async Task the_committed_schema_is_what_the_host_serves()
    {
        Schema.Initialize();
        var served = Schema.Print().ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(Committed, served, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken), served);
    }

    [Fact]
    public void every_column_of_every_table_is_a_field()
    {
        Schema.Initialize();
        foreach (var table in TableSet.Current.Tables)
        {
            var type = (IObjectGraphType)Schema.AllTypes[Relations.Tables.Single(name => name.Table == table.Name).Type]!;
            Assert.All(table.Columns, column => Assert.NotNull(type.GetField(TableType.Camel(column.Name))));
        }
    }

    [Fact]
    public void every_field_at_the_root_can_be_asked_about_the_past()
    {
        Schema.Initialize();
        Assert.All(Schema.Query.Fields, field => Assert.Equal(("DateTime", "Long"), (TypeOf(field, "asOf"), TypeOf(field, "asOfSequence"))));

        static string? TypeOf(FieldType field, string argument) => field.Arguments?.Find(argument)?.ResolvedType?.ToString();
    }

    [Fact]
    public async Task a_tool_can_ask_for_the_whole_schema()
    {
        var asked = await chimera.Query("""
            { __schema { queryType { name } subscriptionType { name } types { name fields(includeDeprecated: true) { name args(includeDeprecated: true) { name }
              type { kind ofType { kind ofType { kind ofType { kind ofType { kind name } } } } } } } directives { name args(includeDeprecated: true) { name } } } }
            """);

        Assert.Contains("Task", asked.List("__schema.types").Select(type => type.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task words_are_spelled_as_the_specification_spells_them()
    {
        var asked = await chimera.Query("{ __type(name: \"TaskStatus\") { enumValues { name } } }");

        Assert.Equal(["pending", "in_progress", "completed", "failed", "escalated"], asked.List("__type.enumValues").Select(Name));
        static string Name(JsonElement value) => value.GetProperty("name").GetString()!;
    }
}
