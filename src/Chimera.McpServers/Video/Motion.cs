using System.Globalization;

namespace Chimera.McpServers.Video;

/// <summary>A way over a picture, as words such as "slow zoom out, pan left" say; the camera zooms in where they say nothing.</summary>
internal sealed record Motion(bool ZoomsOut, int Across, int Down)
{
    private const double Zoom = 0.25;

    public static Motion Of(string words)
    {
        bool Says(string word) => words.Contains(word, StringComparison.OrdinalIgnoreCase);
        return new(Says("out") || Says("away"), (Says("right") ? 1 : 0) - (Says("left") ? 1 : 0), (Says("down") ? 1 : 0) - (Says("up") ? 1 : 0));
    }

    /// <summary>A filter for a single picture; it gives <paramref name="frames"/> frames.</summary>
    public string ToFilter(int width, int height, int frames, int fps)
    {
        var share = $"(on/{Math.Max(1, frames - 1)})";
        var zoom = ZoomsOut ? $"{Text(1 + Zoom)}-{Text(Zoom)}*{share}" : Across != 0 || Down != 0 ? Text(1 + Zoom) : $"1+{Text(Zoom)}*{share}";
        return $"zoompan=z='{zoom}':x='(iw-iw/zoom)*{Way(Across, share)}':y='(ih-ih/zoom)*{Way(Down, share)}':d={frames}:s={width}x{height}:fps={fps}";
    }

    private static string Way(int direction, string share) => direction switch { > 0 => share, < 0 => $"(1-{share})", _ => "0.5" };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
