using static Chimera.Domain.Rule;

namespace Chimera.Domain.Tasks.Schemas;

/// <summary>Exactly what a post or reply will send, once it is approved. Its SHA-256 is what an approval names.</summary>
/// <param name="SourceResultId">The result whose text this is, when it was written by an earlier task.</param>
public sealed record PreparedPost(
    Platform Platform, string? Text, IReadOnlyList<string> MediaUrls, IReadOnlyList<MediaType> MediaTypes, string? ReplyTo = null,
    Guid? SourceResultId = null, SafetyCheck? SafetyCheck = null) : TaskOutput
{
    public override void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Text) || MediaUrls.Count > 0, "post-content.empty", "A post needs a text or media.", "/text");
        Require((Text?.Length ?? 0) <= Platform.MaxLength(), "post-content.text",
            $"The text has {Text?.Length} characters; {ChimeraJson.NameOf(Platform)} takes {Platform.MaxLength()}.", "/text");
        Require(MediaUrls.Count == MediaTypes.Count, "post-content.media", "Each media file has a type.", "/media_types");
    }
}
