using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chimera.Api.Rest;

/// <summary>What the generator of the OpenAPI document cannot know of our JSON.</summary>
internal static class ApiSchemas
{
    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        // A field without a value is left away, so it cannot be required.
        foreach (var field in context.JsonTypeInfo.Properties)
            if (field.IsGetNullable && field.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) != true) schema.Required?.Remove(field.Name);
        return Task.CompletedTask;
    }
}
