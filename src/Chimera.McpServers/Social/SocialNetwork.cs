using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Chimera.McpServers.Calls;

namespace Chimera.McpServers.Social;

/// <summary>What is to be published. Media are named by the ids of <c>upload_media</c>, or by their addresses.</summary>
internal sealed record Draft(string? Text, IReadOnlyList<string> MediaIds, IReadOnlyList<string> MediaUrls, string? ReplyTo);

/// <summary>A post that is out.</summary>
internal sealed record Published(string Id, string Url, DateTimeOffset At);

/// <summary>A platform on which agents post.</summary>
internal interface ISocialNetwork
{
    /// <summary>Publishes once for each key; a repeat gets the first post.</summary>
    Task<Published> Publish(Draft draft, Caller caller, CancellationToken cancellation);

    Task<Published?> Find(string idempotencyKey, CancellationToken cancellation);

    /// <returns>The id by which a post names the media.</returns>
    Task<string> Upload(string mediaUrl, Caller caller, CancellationToken cancellation);
}

internal sealed record UploadMediaInput(
    [Description("Where the image or video is; an address of the web."), Length(1, 2000)] string MediaUrl) : IToolInput
{
    public void Validate() => Addresses.Require(MediaUrl, "/media_url");
}

internal sealed record UploadMediaOutput([Description("Names the media in a post.")] string MediaId);

internal sealed record FindPostInput(
    [Description("The key with which the post was asked for."), Length(1, 255)] string IdempotencyKey) : IToolInput;

/// <summary>Instagram and TikTok: a caption with media.</summary>
internal sealed record PostInput(
    [Description("The text below the media, at most 2200 characters."), Length(0, 2200)] string? Caption = null,
    [Description("Addresses of images or videos."), Length(0, 10)] IReadOnlyList<string>? MediaUrls = null,
    [Description("Ids of media that upload_media gave."), Length(0, 10)] IReadOnlyList<string>? MediaIds = null,
    [Description("The comment or post that is answered."), Length(1, 255)] string? ReplyTo = null) : IToolInput
{
    public void Validate()
    {
        Domain.Rule.Require(!string.IsNullOrWhiteSpace(Caption) || MediaUrls?.Count > 0 || MediaIds?.Count > 0, ToolErrors.InvalidArguments,
            "A post needs a caption or media.");
        for (var i = 0; i < (MediaUrls?.Count ?? 0); i++) Addresses.Require(MediaUrls![i], $"/media_urls/{i}");
    }
}

internal sealed record PostOutput(string PostId, string PostUrl, DateTimeOffset PostedAt);

internal sealed record FoundPost([Description("False when no post was made under the key.")] bool Found, string? PostId = null, string? PostUrl = null,
    DateTimeOffset? PostedAt = null);

/// <summary>Addresses of media, which come from outside.</summary>
internal static class Addresses
{
    public static void Require(string? url, string pointer) =>
        Domain.Rule.Require(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"), ToolErrors.InvalidArguments,
            "This is an address that begins with http:// or https://.", pointer);
}
