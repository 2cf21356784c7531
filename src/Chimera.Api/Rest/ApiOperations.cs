using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chimera.Api.Rest;

/// <summary>Headers, words and examples of each operation.</summary>
internal static class ApiOperations
{
    public static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var api = context.Description;
        var path = api.RelativePath!;
        var hasVersion = !path.Contains("/tool-servers/", StringComparison.Ordinal);
        var isOne = hasVersion && path.Contains("{id}", StringComparison.Ordinal) && !path.EndsWith("/progress", StringComparison.Ordinal) &&
            !path.Contains("/rebuilds/", StringComparison.Ordinal) && !path.Contains("/dead-letters/", StringComparison.Ordinal);
        if (api.HttpMethod == "POST") AddHeader(operation, Idempotency.Header, "A repeat with the same key and body gets the first answer and changes nothing.", "4f1c2a9e-order-17");
        if (isOne && api.HttpMethod != "GET") AddHeader(operation, "If-Match", "The ETag that was read; anything newer is refused with 412.", "\"v3\"");
        if (isOne && api.HttpMethod == "GET") AddHeader(operation, "If-None-Match", "The ETag that is known; 304 when it still holds.", "\"v3\"");
        foreach (var (status, response) in operation.Responses ?? [])
            if (response is OpenApiResponse answer && (status == "201" || (isOne && status == "200"))) AddAnswerHeaders(answer, status, hasVersion);
        if (operation.Responses?.GetValueOrDefault("202") is OpenApiResponse accepted)
            accepted.Headers = new Dictionary<string, IOpenApiHeader> { ["Location"] = Header("Where one sees how it goes.") };
        foreach (var parameter in api.ParameterDescriptions)
            if (operation.Parameters?.FirstOrDefault(one => one.Name == parameter.Name) is OpenApiParameter shown) Refine(shown, parameter);
        ApiExamples.AddTo(operation);
        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description, string example) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name, In = ParameterLocation.Header, Description = description, Example = JsonValue.Create(example), Schema = new OpenApiSchema { Type = JsonSchemaType.String }
    });

    private static void AddAnswerHeaders(OpenApiResponse answer, string status, bool hasVersion)
    {
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
        if (hasVersion) answer.Headers["ETag"] = Header("The version of the resource.");
        if (status == "201") answer.Headers["Location"] = Header("Where the resource is.");
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static void Refine(OpenApiParameter shown, ApiParameterDescription parameter)
    {
        if (shown.Name == "id") shown.Description ??= "The resource's id.";
        if (shown.Name == "limit")
            shown.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200", Default = JsonValue.Create(PageQuery.Default) };
        if (parameter.ParameterDescriptor is not IParameterInfoParameterDescriptor { ParameterInfo: { } info }) return;
        if (info.GetCustomAttributes(inherit: false).OfType<IWords>().FirstOrDefault() is not { } words) return;
        shown.Description ??= "Only those of this kind.";
        shown.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.All.Select(word => (JsonNode)JsonValue.Create(word))] };
    }
}
