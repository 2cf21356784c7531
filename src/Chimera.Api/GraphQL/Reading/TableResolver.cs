using Chimera.Api.GraphQL.Past;
using Chimera.Api.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;

namespace Chimera.Api.GraphQL.Reading;

/// <summary>Answers the fields at the root that are rows and pages.</summary>
internal sealed class TableResolver(Plans plans, TableReader reader, Moments moments) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context) => context.FieldDefinition switch
    {
        RowField row => await Row(row, await moments.Schema(context), context),
        PageField page => await Page(page, await moments.Schema(context), context),
        _ => throw new NotSupportedException()
    };

    private async Task<IDataLoaderResult> Row(RowField field, string schema, IResolveFieldContext context)
    {
        var id = Ids.Read(context.Arguments!["id"].Value, "id");
        var plan = await plans.Of(context.FieldAst, schema, context.ExecutionContext,
            (selections, known) => PlanBuilder.OfRow(selections, field.Target, [context.FieldAst], known));
        return reader.Row(plan, schema, id, context.ExecutionContext);
    }

    private async Task<IDataLoaderResult> Page(PageField field, string schema, IResolveFieldContext context)
    {
        var request = PageRequest.Of(field.Target, context.Arguments);
        var plan = await plans.Of(context.FieldAst, schema, context.ExecutionContext,
            (selections, known) => PlanBuilder.OfPage(selections, field.Target, [context.FieldAst], known));
        return reader.Page(plan, schema, request, context.ExecutionContext);
    }
}
