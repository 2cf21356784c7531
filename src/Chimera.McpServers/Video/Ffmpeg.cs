using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Chimera.Domain.Tasks;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.Video;

/// <summary>The programs ffmpeg and ffprobe.</summary>
internal static class Ffmpeg
{
    /// <summary>Encodes as every player and platform takes it, quickly rather than small.</summary>
    public static Task Encode(IEnumerable<string> inputs, string filter, int seconds, string output, CancellationToken cancellation) => Run("ffmpeg",
    [
        "-nostdin", "-hide_banner", "-loglevel", "error", .. inputs, "-filter_complex", filter, "-map", "[out]", "-t", seconds.ToString(CultureInfo.InvariantCulture),
        "-c:v", "libx264", "-preset", "ultrafast", "-crf", "28", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-threads", "2", "-an", "-y", output
    ], cancellation);

    public static async Task<MeasuredVideo> Measure(string file, CancellationToken cancellation)
    {
        var json = await Run("ffprobe", ["-v", "error", "-print_format", "json", "-show_format", "-show_streams", "-select_streams", "v:0", file], cancellation);
        using var found = JsonDocument.Parse(json);
        var (stream, format) = (found.RootElement.GetProperty("streams")[0], found.RootElement.GetProperty("format"));
        var (width, height) = (stream.GetProperty("width").GetInt32(), stream.GetProperty("height").GetInt32());
        var rate = stream.GetProperty("avg_frame_rate").GetString()!.Split('/');
        return new(Number(format.GetProperty("duration")), $"{width}x{height}", width, height,
            Math.Round(double.Parse(rate[0], CultureInfo.InvariantCulture) / double.Parse(rate[1], CultureInfo.InvariantCulture), 3),
            stream.GetProperty("codec_name").GetString()!, (long)Number(format.GetProperty("size")), "mp4");
    }

    private static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static async Task<string> Run(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(program, arguments);
        try
        {
            var (said, complained) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complained}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            // its own pipes: standard input and output of this process are the protocol's
            var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true
            })!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new ToolErrorException(ErrorTable.NotConfigured, $"{program} is not installed; scripts/setup.sh installs it.");
        }
    }
}
