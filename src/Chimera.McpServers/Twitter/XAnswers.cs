namespace Chimera.McpServers.Twitter;

/// <summary>The envelope of X API v2.</summary>
internal sealed record XAnswer<TData>(TData? Data, XIncludes? Includes, XMeta? Meta);

internal sealed record XIncludes(IReadOnlyList<XUser>? Users);

internal sealed record XMeta(string? NextToken);

internal sealed record XUser(string Id, string Username, string? Name, bool Verified, XUserMetrics? PublicMetrics);

internal sealed record XUserMetrics(int FollowersCount);

internal sealed record XPost(
    string Id, string Text, string? AuthorId, DateTimeOffset? CreatedAt, XPostMetrics? PublicMetrics, XEntities? Entities, XAttachments? Attachments,
    IReadOnlyList<XReference>? ReferencedTweets);

internal sealed record XPostMetrics(int LikeCount, int RetweetCount, int ReplyCount);

internal sealed record XEntities(IReadOnlyList<XUrl>? Urls);

/// <param name="MediaKey">Only of a link that stands for attached media.</param>
internal sealed record XUrl(string Url, string? ExpandedUrl, string? MediaKey);

internal sealed record XAttachments(IReadOnlyList<string>? MediaKeys);

internal sealed record XReference(string Type, string Id);

internal sealed record XCreated(string Id);

internal sealed record XMedia(string Id, XProcessing? ProcessingInfo);

/// <param name="State">pending, in_progress, succeeded or failed.</param>
internal sealed record XProcessing(string State, int CheckAfterSecs, XProcessingError? Error);

internal sealed record XProcessingError(string? Message);

/// <summary>An error of X: a problem of RFC 9457, sometimes with a list of what is wrong.</summary>
internal sealed record XProblem(string? Title, string? Detail, string? Type, IReadOnlyList<XProblemPart>? Errors);

internal sealed record XProblemPart(string? Message);
