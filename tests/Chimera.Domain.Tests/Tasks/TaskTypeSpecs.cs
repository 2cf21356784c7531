using Chimera.Domain.Tasks;

namespace Chimera.Domain.Tests.Tasks;

public sealed class TaskTypeSpecs
{
    [Fact]
    public void there_are_exactly_seven_types() =>
        Assert.Equal(
            ["generate_post", "generate_image", "generate_video", "post_content", "reply_comment", "execute_transaction", "analyze_trend"],
            Enum.GetValues<TaskType>().Select(ChimeraJson.NameOf));

    [Theory]
    [InlineData("\"write_poem\""), InlineData("\"GeneratePost\""), InlineData("\"GENERATE_POST\""), InlineData("3")]
    [InlineData("\"generate_image,generate_video\""), InlineData("null")]
    public void another_type_is_refused(string type) =>
        Broken.By(() => ChimeraJson.Read<TaskType>(JsonSpec.Json(type), "task.type", "/type"), "task.type", "/type");

    [Fact]
    public void posts_replies_and_transactions_have_an_effect_and_nothing_else_has() =>
        Assert.Equal([TaskType.PostContent, TaskType.ReplyComment, TaskType.ExecuteTransaction], Enum.GetValues<TaskType>().Where(type => type.HasEffect()));

    [Fact]
    public void the_platforms_are_twitter_instagram_and_tiktok() =>
        Assert.Equal(["twitter", "instagram", "tiktok"], Enum.GetValues<Platform>().Select(ChimeraJson.NameOf));

    [Theory, InlineData(Platform.Twitter, 280), InlineData(Platform.Instagram, 2200), InlineData(Platform.Tiktok, 2200)]
    public void each_platform_has_its_longest_text(Platform platform, int length) => Assert.Equal(length, platform.MaxLength());

    [Fact]
    public void media_are_images_and_videos() => Assert.Equal(["image", "video"], Enum.GetValues<MediaType>().Select(ChimeraJson.NameOf));

    [Fact]
    public void videos_are_720p_1080p_or_4k() => Assert.Equal(["720p", "1080p", "4k"], Enum.GetValues<VideoQuality>().Select(ChimeraJson.NameOf));
}
