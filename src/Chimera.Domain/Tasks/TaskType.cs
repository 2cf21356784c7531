using System.Text.Json.Serialization;

namespace Chimera.Domain.Tasks;

/// <summary>The seven kinds of work an agent does (S2.1-19).</summary>
public enum TaskType { GeneratePost, GenerateImage, GenerateVideo, PostContent, ReplyComment, ExecuteTransaction, AnalyzeTrend }

/// <summary>The social networks an agent publishes on.</summary>
public enum Platform { Twitter, Instagram, Tiktok }

public enum MediaType { Image, Video }

public enum VideoQuality
{
    [JsonStringEnumMemberName("720p")] P720,
    [JsonStringEnumMemberName("1080p")] P1080,
    [JsonStringEnumMemberName("4k")] P2160
}

public static class TaskTypes
{
    /// <summary>True for work that speaks publicly or moves value: prepared, judged, and only then committed .</summary>
    public static bool HasEffect(this TaskType type) => type is TaskType.PostContent or TaskType.ReplyComment or TaskType.ExecuteTransaction;
}

public static class Platforms
{
    /// <summary>The longest text, in characters, that a platform takes .</summary>
    public static int MaxLength(this Platform platform) => platform == Platform.Twitter ? 280 : 2200;
}
