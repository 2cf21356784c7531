using System.ComponentModel;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Tests.Conformance;

/// <summary>Contents that the suite's scenarios ask for.</summary>
internal static class Contents
{
    public static ImageContentBlock Image => new()
    {
        Data = Encoding.UTF8.GetBytes("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="), MimeType = "image/png"
    };

    public static AudioContentBlock Audio => new() { Data = Encoding.UTF8.GetBytes("UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA="), MimeType = "audio/wav" };

    public static EmbeddedResourceBlock Embedded(string uri) => new() { Resource = new TextResourceContents { Uri = uri, MimeType = "text/plain", Text = "An embedded resource." } };
}

/// <summary>Resources that the suite's scenarios ask for.</summary>
[McpServerResourceType]
public sealed class FixtureResources
{
    [McpServerResource(UriTemplate = "test://static-text", Name = "static-text", MimeType = "text/plain")]
    public static string Text() => "This is the content of the static text resource.";

    [McpServerResource(UriTemplate = "test://static-binary", Name = "static-binary", MimeType = "image/png")]
    public static BlobResourceContents Binary() => new() { Uri = "test://static-binary", MimeType = "image/png", Blob = Contents.Image.Data };

    [McpServerResource(UriTemplate = "test://template/{id}/data", Name = "template", MimeType = "application/json")]
    public static string Template(string id) => $$"""{"id":"{{id}}","templateTest":true,"data":"Data for ID: {{id}}"}""";

    [McpServerResource(UriTemplate = "test://watched-resource", Name = "watched-resource", MimeType = "text/plain")]
    public static string Watched() => "Watched resource content";
}

/// <summary>Prompts that the suite's scenarios ask for.</summary>
[McpServerPromptType]
public sealed class FixturePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("Without arguments.")]
    public static string Simple() => "This is a simple prompt for testing.";

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("With two arguments.")]
    public static string WithArguments([Description("The first.")] string arg1, [Description("The second.")] string arg2) => $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'";

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("With a resource in it.")]
    public static IEnumerable<PromptMessage> WithResource([Description("Of the resource.")] string resourceUri) =>
        [Said(Contents.Embedded(resourceUri)), Said(new TextContentBlock { Text = "Please process the embedded resource above." })];

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("With an image in it.")]
    public static IEnumerable<PromptMessage> WithImage() => [Said(Contents.Image), Said(new TextContentBlock { Text = "Please analyze the image above." })];

    private static PromptMessage Said(ContentBlock content) => new() { Role = Role.User, Content = content };
}
