using Chimera.Domain.Agents;
using CsCheck;

namespace Chimera.Domain.Tests.Agents;

public sealed class WalletAddressSpecs
{
    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void the_examples_of_eip_55_are_addresses(string address) => Assert.True(WalletAddress.IsValid(address));

    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xFB6916095CA1DF60BB79CE92CE3EA74C37C5D359")]
    public void digits_in_upper_case_alone_carry_no_checksum(string address) => Assert.True(WalletAddress.IsValid(address));

    [Theory]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359")]
    [InlineData("0x0000000000000000000000000000000000000000")]
    public void digits_in_lower_case_alone_carry_no_checksum(string address) => Assert.True(WalletAddress.IsValid(address));

    [Theory]
    [InlineData("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5D359")]
    public void one_letter_in_the_wrong_case_is_no_address(string address) => Assert.False(WalletAddress.IsValid(address));

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg")]
    [InlineData("0x٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠")]
    public void anything_but_0x_and_40_hex_digits_is_no_address(string address) => Assert.False(WalletAddress.IsValid(address));

    [Fact]
    public void a_checksum_tells_a_letter_in_the_wrong_case() =>
        Gen.Int[2, 41].Sample(i =>
        {
            const string valid = "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB";
            if (!char.IsAsciiLetter(valid[i])) return;
            var flipped = char.IsAsciiLetterUpper(valid[i]) ? char.ToLowerInvariant(valid[i]) : char.ToUpperInvariant(valid[i]);
            Assert.False(WalletAddress.IsValid(valid[..i] + flipped + valid[(i + 1)..]));
        });
}
