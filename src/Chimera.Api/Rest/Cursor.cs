using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Chimera.Api.Rest;

/// <summary>The place of a row in a list: what it is sorted by and its id. Opaque to callers, bound to its list.</summary>
internal readonly record struct Cursor(int Rank, DateTimeOffset At, Guid Id)
{
    private const int Size = 4 + 4 + 8 + 16;

    public string Write(string list)
    {
        Span<byte> bytes = stackalloc byte[Size];
        Mark(list).CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], Rank);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], At.UtcTicks);
        Id.TryWriteBytes(bytes[16..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static Cursor Read(string text, string list)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != Base64Url.GetEncodedLength(Size) || Base64Url.DecodeFromChars(text, bytes, out _, out var read) != OperationStatus.Done || read != Size ||
            !Mark(list).SequenceEqual(bytes[..4])) throw Bad();
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks) throw Bad();
        return new(BinaryPrimitives.ReadInt32BigEndian(bytes[4..]), new(ticks, TimeSpan.Zero), new Guid(bytes[16..]));
    }

    private static ReadOnlySpan<byte> Mark(string list) => SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 4);

    private static RefusedRequestException Bad() => new(400, "page.cursor", "after is the `next` of an earlier page of this list.");
}
