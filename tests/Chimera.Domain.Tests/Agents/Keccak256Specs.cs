using System.Text;
using Chimera.Domain.Agents;
using CsCheck;
using Org.BouncyCastle.Crypto.Digests;

namespace Chimera.Domain.Tests.Agents;

public sealed class Keccak256Specs
{
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    [InlineData("The quick brown fox jumps over the lazy dog", "4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15")]
    public void known_messages_have_their_known_hash(string message, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Keccak256.Hash(Encoding.ASCII.GetBytes(message))));

    [Fact]
    public void every_length_up_to_four_blocks_hashes_as_another_implementation_does()
    {
        for (var length = 0; length <= 4 * 136 + 1; length++)
        {
            var message = Enumerable.Range(0, length).Select(i => (byte)(i * 31 + length)).ToArray();
            Assert.Equal(Reference(message), Keccak256.Hash(message));
        }
    }

    [Fact]
    public void random_messages_hash_as_another_implementation_does() =>
        Gen.Byte.Array[0, 2_000].Sample(message => Assert.Equal(Reference(message), Keccak256.Hash(message)), iter: 500);

    private static byte[] Reference(byte[] message)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(message, 0, message.Length);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
