using Chimera.Domain.Tasks;

namespace Chimera.Domain.Mentions;

/// <summary>What happens to a post of somebody that names an account of ours; its stream id follows from the platform's id, so that a second sight changes nothing (S2.4-3).</summary>
public abstract record MentionEvent;

/// <param name="PlatformId">The post's id on its platform.</param>
/// <param name="Content">At most <see cref="Mention.LongestContent"/> characters of it.</param>
/// <param name="WrittenAt">By the platform's clock.</param>
public sealed record MentionSeen(
    Guid MentionId, Platform Platform, string PlatformId, MentionAuthor Author, string Content, MentionEngagement Engagement, DateTimeOffset WrittenAt, DateTimeOffset At)
    : MentionEvent;

/// <param name="TaskId">The reply that was planned.</param>
public sealed record MentionAnswered(Guid TaskId, Guid AgentId, string PolicyVersion, DateTimeOffset At) : MentionEvent;

public sealed record MentionPassedOver(string Reason, string PolicyVersion, DateTimeOffset At) : MentionEvent;

/// <summary>How far a feed of the outside has been read.</summary>
public abstract record FeedEvent;

/// <param name="Cursor">The last entry that was taken, in the feed's own words.</param>
public sealed record FeedRead(string Feed, string Cursor, int Taken, DateTimeOffset At) : FeedEvent;

/// <summary>Who wrote it (specification 2.4).</summary>
public sealed record MentionAuthor(string Username, string DisplayName, bool Verified, int FollowerCount);

/// <summary>How it was received (specification 2.4).</summary>
public sealed record MentionEngagement(int Likes, int Retweets, int Replies);
