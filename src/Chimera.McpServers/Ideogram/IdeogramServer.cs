using System.ComponentModel;
using System.Text.Json.Serialization;
using Chimera.Domain.Tasks.Schemas;
using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using Chimera.McpServers.Web;

namespace Chimera.McpServers.Ideogram;

internal enum AspectRatio
{
    [JsonStringEnumMemberName("1:1")] Square,
    [JsonStringEnumMemberName("16:9")] Wide,
    [JsonStringEnumMemberName("9:16")] Tall
}

internal sealed record GenerateImageOrder(
    [Description("What is to be seen; 1 to 2000 characters.")] string Prompt,
    [Description("The character whose face the picture keeps.")] string? CharacterReferenceId = null,
    [Description("How it is rendered.")] RenderStyle? Style = null,
    [Description("1:1 unless it is given.")] AspectRatio AspectRatio = AspectRatio.Square,
    [Description("high takes longer and costs more, or in the sandbox has twice the width and height.")] ImageQuality Quality = ImageQuality.Standard) : IToolInput
{
    public void Validate() => Prompts.Require(Prompt, "/prompt");
}

/// <summary>A picture as the tool answers it .</summary>
internal sealed record MadeImage(string ImageUrl, ImageMetadata Metadata);

/// <summary>Draws pictures.</summary>
internal interface IImageMaker
{
    Task<Delivered<MadeImage>> Make(GenerateImageOrder order, Caller caller, CancellationToken cancellation);
}

/// <summary>Pictures of prompts (specification 2.3).</summary>
internal static class IdeogramServer
{
    public const string Name = "mcp-server-ideogram";

    public static readonly ServerKind Kind = new(Name, "Ideogram", "Draws images of prompts.", Make);

    private static ServerParts Make(Backstage stage)
    {
        var (maker, gate) = stage.BackEnd<IImageMaker>(() => new SandboxImageMaker(stage.Media), () => Real(stage), stage.KeepingGate);
        var words = new ToolWords(Name, "generate_image", "Generate an image",
            "Draws an image. Fails with RATE_LIMIT_EXCEEDED, INVALID_PROMPT, NSFW_DETECTED or PLATFORM_NOT_CONFIGURED.")
        { KeepsAnswers = true };
        return new([new Tool<GenerateImageOrder, MadeImage>(words, gate, stage.Log, (order, caller, cancellation) => maker.Make(order, caller, cancellation))], []);
    }

    private static IdeogramImageMaker Real(Backstage stage)
    {
        // together less than the 60 s for which callers wait
        const int order = 40, large = 40 * 1024 * 1024;
        var variables = stage.Settings.Variables;
        variables.Require(Name, "IDEOGRAM_API_KEY");
        var api = PlatformClients.Make(IdeogramImageMaker.Platform, variables.Address("IDEOGRAM_API_URL", "https://api.ideogram.ai"), variables, patience: order);
        var files = PlatformClients.Make(IdeogramImageMaker.Platform, address: null, variables, large, IdeogramImageMaker.PicturePatience);
        return new(api, files, variables["IDEOGRAM_API_KEY"], stage.Media, TimeProvider.System);
    }
}
