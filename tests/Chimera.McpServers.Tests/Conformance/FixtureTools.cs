using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using static ModelContextProtocol.Protocol.ElicitRequestParams;

namespace Chimera.McpServers.Tests.Conformance;

/// <summary>Tools that the suite's scenarios ask for.</summary>
[McpServerToolType]
public sealed class FixtureTools
{
    [McpServerTool(Name = "test_simple_text"), Description("Simple text.")]
    public static string SimpleText() => "This is a simple text response for testing.";

    [McpServerTool(Name = "test_image_content"), Description("Image content.")]
    public static ImageContentBlock Image() => Contents.Image;

    [McpServerTool(Name = "test_audio_content"), Description("Audio content.")]
    public static AudioContentBlock Audio() => Contents.Audio;

    [McpServerTool(Name = "test_embedded_resource"), Description("Embedded resource.")]
    public static EmbeddedResourceBlock Embedded() => Contents.Embedded("test://embedded-resource");

    [McpServerTool(Name = "test_multiple_content_types"), Description("Multiple content types.")]
    public static ContentBlock[] Several() => [new TextContentBlock { Text = "Multiple content types test:" }, Contents.Image, Contents.Embedded("test://mixed-content-resource")];

    [McpServerTool(Name = "test_error_handling"), Description("Error handling.")]
    public static string Error() => throw new ModelContextProtocol.McpException("This tool intentionally returns an error for testing");

    [McpServerTool(Name = "test_reconnection"), Description("Reconnection.")]
    public static string Reconnection() => "Reconnected.";

    [McpServerTool(Name = "test_tool_with_logging"), Description("Tool with logging.")]
    public static async Task<string> Logging(McpServer server, CancellationToken cancellation)
    {
        foreach (var said in new[] { "Tool execution started", "Tool processing data", "Tool execution completed" })
            await server.SendNotificationAsync(NotificationMethods.LoggingMessageNotification,
                new LoggingMessageNotificationParams { Level = LoggingLevel.Info, Data = JsonSerializer.SerializeToElement(said) }, cancellationToken: cancellation);
        return "All was logged.";
    }

    [McpServerTool(Name = "test_tool_with_progress"), Description("Tool with progress.")]
    public static string Progress(IProgress<ModelContextProtocol.ProgressNotificationValue> progress)
    {
        foreach (var done in new[] { 0, 50, 100 }) progress.Report(new() { Progress = done, Total = 100 });
        return "All was told.";
    }

    [McpServerTool(Name = "test_sampling"), Description("Sampling.")]
    public static async Task<string> Sampling(McpServer server, string prompt, CancellationToken cancellation)
    {
        var said = new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] };
        var result = await server.SampleAsync(new CreateMessageRequestParams { Messages = [said], MaxTokens = 100 }, cancellation);
        return $"LLM response: {result.Content.OfType<TextContentBlock>().First().Text}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Elicitation.")]
    public static Task<string> Elicitation(McpServer server, string message, CancellationToken cancellation) =>
        Ask(server, message, new() { ["username"] = new StringSchema { Description = "A name." }, ["email"] = new StringSchema { Description = "An address." } }, cancellation);

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("Elicitation sep1034 defaults.")]
    public static Task<string> Defaults(McpServer server, CancellationToken cancellation) => Ask(server, "Defaults", new()
    {
        ["name"] = new StringSchema { Default = "John Doe" }, ["age"] = new NumberSchema { Type = "integer", Default = 30 }, ["score"] = new NumberSchema { Default = 95.5 },
        ["status"] = new UntitledSingleSelectEnumSchema { Enum = ["active", "inactive", "pending"], Default = "active" }, ["verified"] = new BooleanSchema { Default = true }
    }, cancellation);

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("Elicitation sep1330 enums.")]
    public static Task<string> Enums(McpServer server, CancellationToken cancellation)
    {
        string[] options = ["option1", "option2", "option3"];
        EnumSchemaOption[] titled = [.. options.Select((_, i) => new EnumSchemaOption { Const = $"value{i + 1}", Title = $"Choice {i + 1}" })];
        return Ask(server, "Enums", new()
        {
            ["untitledSingle"] = new UntitledSingleSelectEnumSchema { Enum = options }, ["titledSingle"] = new TitledSingleSelectEnumSchema { OneOf = titled },
            ["legacyEnum"] = new LegacyTitledEnumSchema { Enum = ["opt1", "opt2", "opt3"], EnumNames = ["Option One", "Option Two", "Option Three"] },
            ["untitledMulti"] = new UntitledMultiSelectEnumSchema { Items = new() { Enum = options } }, ["titledMulti"] = new TitledMultiSelectEnumSchema { Items = new() { AnyOf = titled } }
        }, cancellation);
    }

    private static async Task<string> Ask(McpServer server, string message, Dictionary<string, PrimitiveSchemaDefinition> properties, CancellationToken cancellation)
    {
        var answer = await server.ElicitAsync(new ElicitRequestParams { Message = message, RequestedSchema = new() { Properties = properties } }, cancellation);
        return $"User response: action={answer.Action}, content={JsonSerializer.Serialize(answer.Content)}";
    }
}
