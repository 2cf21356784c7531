using Chimera.Integrations.Models.Offline;
using SkiaSharp;

namespace Chimera.McpServers.Ideogram;

/// <summary>The colours of an agent: those of its persona, filled up with some that follow from its id.</summary>
internal sealed record Palette(SKColor Ground, IReadOnlyList<SKColor> Shapes, SKColor Ink)
{
    private const int Shades = 4;

    public static Palette Of(IReadOnlyList<string> hex, Guid agentId)
    {
        var colours = hex.Select(SKColor.Parse).Concat(Derived(agentId)).Take(Math.Max(Shades, hex.Count)).ToArray();
        // the headline lies on the last shape, the nearest hill
        colours[^1].ToHsl(out _, out _, out var lightness);
        return new(colours[0], colours[1..], lightness > 55 ? new SKColor(0x1A, 0x1A, 0x1A) : new SKColor(0xFA, 0xFA, 0xF5));
    }

    private static IEnumerable<SKColor> Derived(Guid agentId)
    {
        var dice = new Dice([agentId.ToString()]);
        var hue = dice.Next(360);
        for (var i = 0; i < Shades; i++) yield return SKColor.FromHsl((hue + i * 47) % 360, 42 + dice.Next(25), i == 0 ? 24 : 42 + i * 9);
    }
}
