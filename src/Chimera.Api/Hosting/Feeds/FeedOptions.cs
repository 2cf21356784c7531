namespace Chimera.Api.Hosting.Feeds;

/// <summary>How often feeds of the outside are read (S2.4-7): seconds between two looks, give or take a tenth; 0 looks never.</summary>
public sealed class FeedOptions
{
    public const string Section = "Feeds";

    /// <summary><c>twitter://mentions</c>.</summary>
    public double MentionsEverySeconds { get; set; } = 120;

    /// <summary><c>news://trending</c>.</summary>
    public double TrendsEverySeconds { get; set; } = 300;
}
