using Chimera.Domain.Tasks.Schemas;

namespace Chimera.McpServers.Ideogram;

/// <summary>What Ideogram takes for a picture of model 3, in US dollars; as of August 2025, from ideogram.ai/features/api-pricing.</summary>
internal static class IdeogramPrices
{
    public static decimal Of(ImageQuality quality, bool withCharacter) => (quality, withCharacter) switch
    {
        (ImageQuality.High, true) => 0.20m,
        (ImageQuality.High, false) => 0.09m,
        (_, true) => 0.15m,
        _ => 0.06m
    };
}
