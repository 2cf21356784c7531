using GraphQL.Types;
using GraphQL.Utilities;

namespace Chimera.Api.GraphQL.Schema;

/// <summary>Adds the argument that GraphiQL asks a directive's arguments with, and that the library lacks.</summary>
internal sealed class DirectiveArguments : BaseSchemaNodeVisitor
{
    private const string Name = "includeDeprecated";

    public override void VisitObject(IObjectGraphType type, ISchema schema)
    {
        if (type.Name != "__Directive" || type.Fields.Find("args") is not { } field || field.Arguments?.Find(Name) is not null) return;
        field.Arguments ??= [];
        field.Arguments.Add(new QueryArgument(Scalars.Bool) { Name = Name, DefaultValue = false });
    }
}
