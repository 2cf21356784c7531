using System.Text.Json;
using System.Text.Json.Serialization;
using Chimera.Api.GraphQL.Schema;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>Executes as usual, but for rows and pages: they are read whole and write themselves, so that no node is made for each of their cells (ADR 0013).</summary>
internal sealed class WrittenStrategy : ParallelExecutionStrategy
{
    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null) =>
        fieldDefinition is PageField or RowField
            ? new WrittenNode(parent, graphType, field, fieldDefinition)
            : base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);
}

/// <summary>A field whose answer writes itself.</summary>
internal sealed class WrittenNode(ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition)
    : ExecutionNode(parent, graphType, field, fieldDefinition, null)
{
    public override object? ToValue() => Result;
}

/// <summary>Lets what writes itself do so.</summary>
internal sealed class WrittenConverter : JsonConverter<IWritten>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(IWritten));

    public override IWritten Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, IWritten value, JsonSerializerOptions options) => value.Write(writer);
}
