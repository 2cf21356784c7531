using System.Diagnostics;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;
using Chimera.Integrations.Media;
using Chimera.Integrations.Models.Offline;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Chimera.Integration.Tests.Offline;

public sealed class ImageTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("media");
    private readonly LaunchBrief _brief = LaunchBrief.Read();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(ImageStyle.Square, ImageQuality.Standard, 1024, 1024)]
    [InlineData(ImageStyle.Landscape, ImageQuality.Standard, 1280, 720)]
    [InlineData(ImageStyle.Story, ImageQuality.High, 1440, 2560)]
    public async Task an_image_is_a_png_of_the_asked_size(ImageStyle style, ImageQuality quality, int width, int height)
    {
        var image = await Make(new("balcony solar; calm mood", Style: style, Quality: quality));
        var path = Assert.Single(_folder.GetFiles()).FullName;
        using var decoded = SKBitmap.Decode(path);
        Assert.Equal((width, height), (decoded.Width, decoded.Height));
        Assert.Equal(new ImageMetadata(width, height, (int)new FileInfo(path).Length, "png"), image.ImageMetadata);
        Assert.Equal($"http://chimera.test/media/{Path.GetFileName(path)}", image.ImageUrl);
        Assert.True(decoded.Pixels.Distinct().Count() > 4);
    }

    [Fact]
    public async Task the_same_order_gives_the_same_file()
    {
        var first = await Make(new("balcony solar"));
        var clock = Stopwatch.StartNew();
        Assert.Equal(first.ImageUrl, (await Make(new("balcony solar"))).ImageUrl);
        output.WriteLine($"{clock.ElapsedMilliseconds} ms, {first.ImageMetadata.FileSizeBytes} bytes, font {SKTypeface.Default.FamilyName}");
        Assert.NotEqual(first.ImageUrl, (await Make(new("winter sun"))).ImageUrl);
        Assert.Equal(2, _folder.GetFiles().Length);
    }

    private async Task<GenerateImageOutput> Make(GenerateImageInput input)
    {
        var maker = new OfflineImageMaker(new(),
            new LocalMediaStore(Options.Create(new MediaOptions { Folder = _folder.FullName, PublicUrl = "http://chimera.test/" })));
        var task = OfflineStage.TaskOf(_brief.Ilse, TaskType.GenerateImage, input);
        var work = await maker.ExecuteTask(new(task, _brief.Ilse, null, new Dictionary<Guid, AcceptedOutput>()), OfflineStage.None);
        return (GenerateImageOutput)TaskSchemas.ReadOutput(TaskType.GenerateImage, work.Output);
    }
}
