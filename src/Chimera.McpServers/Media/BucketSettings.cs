using System.Text.RegularExpressions;
using Chimera.McpServers.Hosting;

namespace Chimera.McpServers.Media;

/// <summary>The bucket where media are kept; who may write there is found as all programs of AWS find it (<c>AWS_ACCESS_KEY_ID</c>, a profile, a role).</summary>
/// <param name="Endpoint">A store other than Amazon's that speaks its protocol.</param>
/// <param name="PublicUrl">Where others find what is in it.</param>
internal sealed partial record BucketSettings(string Bucket, string Region, string? Endpoint, string PublicUrl)
{
    /// <summary>Null when no bucket is named.</summary>
    public static BucketSettings? Read(Func<string, string?> value)
    {
        if (value("MEDIA_S3_BUCKET") is not { } bucket) return null;
        if (!Name().IsMatch(bucket)) throw new StartException($"MEDIA_S3_BUCKET is '{bucket}'; it must be the name of a bucket: 3 to 63 small letters, digits, dots and hyphens.");
        var (region, endpoint) = (value("MEDIA_S3_REGION") ?? value("AWS_REGION") ?? "us-east-1", Address("MEDIA_S3_ENDPOINT"));
        return new(bucket, region, endpoint, Address("MEDIA_S3_PUBLIC_URL") ?? (endpoint is null ? $"https://{bucket}.s3.{region}.amazonaws.com" : $"{endpoint}/{bucket}"));

        string? Address(string name) => value(name) is not { } text ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text.TrimEnd('/')
            : throw new StartException($"{name} is '{text}'; it must be an address of the web.");
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Name();
}
