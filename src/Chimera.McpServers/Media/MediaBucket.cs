using System.Net;
using System.Security.Cryptography;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Chimera.McpServers.Media;

/// <summary>Media as objects in a bucket of S3, or of a store that speaks its protocol.</summary>
internal sealed class MediaBucket(BucketSettings settings) : IMediaStore, IDisposable
{
    private readonly AmazonS3Client _client = new(Configuration(settings));

    public string PublicUrl => settings.PublicUrl;

    public Uri AddressOf(string name) => new($"{settings.PublicUrl.TrimEnd('/')}/{name}");

    public async Task<Uri> Store(ReadOnlyMemory<byte> bytes, string extension, CancellationToken cancellation)
    {
        var name = MediaNames.Of(bytes.Span, extension);
        if (!await Has(name, cancellation)) await Put(name, bytes, cancellation);
        return AddressOf(name);
    }

    /// <summary>Whoever may not list the bucket gets 403 for what is missing: if it is that they may do nothing at all, they are told when they store.</summary>
    public async Task<bool> Has(string name, CancellationToken cancellation)
    {
        try
        {
            await _client.GetObjectMetadataAsync(settings.Bucket, name, cancellation);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return false;
        }
    }

    public async Task<byte[]?> Read(string url, CancellationToken cancellation)
    {
        if (MediaNames.In(url) is not { } name) return null;
        try
        {
            using var found = await _client.GetObjectAsync(settings.Bucket, name, cancellation);
            using var bytes = new MemoryStream();
            await found.ResponseStream.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task Put(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var request = new PutObjectRequest
        {
            BucketName = settings.Bucket, Key = name, InputStream = new MemoryStream(bytes.ToArray(), writable: false), ChecksumSHA256 = Convert.ToBase64String(SHA256.HashData(bytes.Span)),
            ContentType = MediaNames.TypeOf(name), UseChunkEncoding = false
        };
        request.Headers.CacheControl = "public, max-age=31536000, immutable"; // what a name means never changes
        await _client.PutObjectAsync(request, cancellation);
    }

    private static AmazonS3Config Configuration(BucketSettings settings)
    {
        // other stores than Amazon's know neither its newer checksums nor buckets as host names
        var config = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ForcePathStyle = settings.Endpoint is not null
        };
        if (settings.Endpoint is { } endpoint) (config.ServiceURL, config.AuthenticationRegion) = (endpoint, settings.Region);
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        return config;
    }
}
