using System.Text.RegularExpressions;
using Chimera.Domain.Tasks;

namespace Chimera.Domain.Mentions;

/// <summary>A post of somebody that names an account of ours, and whether it was dealt with.</summary>
public sealed partial record Mention(
    Guid Id, Platform Platform, string PlatformId, MentionAuthor Author, string Content, DateTimeOffset WrittenAt, bool IsDealtWith = false)
{
    public const int LongestContent = 10_000;

    private static readonly Guid Scope = new("0b0f5f0e-6f0c-5d43-9a59-0c0f2f1f7a10");

    public static Guid IdOf(Platform platform, string platformId) => DerivedId.Of(Scope, $"{ChimeraJson.NameOf(platform)}/{platformId}");

    public Guid ReplyTaskId => DerivedId.Of(Id, "reply");

    /// <summary>The accounts that it names, in lower case and without the sign.</summary>
    public IEnumerable<string> Handles => Named().Matches(Content).Select(match => match.Groups[1].Value.ToLowerInvariant()).Distinct();

    public static Mention? Evolve(Mention? mention, MentionEvent @event) => @event switch
    {
        MentionSeen e => new(e.MentionId, e.Platform, e.PlatformId, e.Author, e.Content, e.WrittenAt),
        MentionAnswered or MentionPassedOver => mention! with { IsDealtWith = true },
        _ => mention
    };

    [GeneratedRegex(@"(?<![\w@])@(\w{1,50})")]
    private static partial Regex Named();
}

/// <summary>How far a feed has been read.</summary>
public sealed record Feed(string Cursor)
{
    private static readonly Guid Scope = new("5c6a3a52-1b1e-5a0d-8f0e-3f6d1c9b7e21");

    public static Guid IdOf(string uri) => DerivedId.Of(Scope, uri);

    public static Feed? Evolve(Feed? feed, FeedEvent @event) => @event is FeedRead read ? new(read.Cursor) : feed;
}
