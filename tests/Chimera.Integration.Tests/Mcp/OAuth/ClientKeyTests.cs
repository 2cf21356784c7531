using System.Security.Cryptography;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Chimera.Integration.Tests.Mcp.OAuth;

public sealed class ClientKeyTests
{
    public static TheoryData<string, string> Keys => new()
    {
        { Elliptic(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem(), "ES256" },
        { Elliptic(ECCurve.NamedCurves.nistP384).ExportECPrivateKeyPem(), "ES384" },
        { Elliptic(ECCurve.NamedCurves.nistP521).ExportPkcs8PrivateKeyPem(), "ES512" },
        { RSA.Create(2048).ExportRSAPrivateKeyPem(), "RS256" },
        { RSA.Create(2048).ExportPkcs8PrivateKeyPem(), "RS256" }
    };

    [Theory, MemberData(nameof(Keys))]
    public async Task a_key_signs_with_the_algorithm_that_goes_with_it(string pem, string algorithm)
    {
        var signing = ClientKey.Read(pem)!;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Issuer = "c", Audience = "a", SigningCredentials = signing });
        Assert.Equal(algorithm, new JsonWebToken(token).Alg);
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(token, new() { ValidIssuer = "c", ValidAudience = "a", IssuerSigningKey = signing.Key });
        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
    }

    [Theory, InlineData(""), InlineData("no key"), InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void what_is_no_key_is_none(string pem) => Assert.Null(ClientKey.Read(pem));

    [Fact]
    public void a_public_key_is_none_and_neither_is_a_file_that_is_not_there()
    {
        Assert.Null(ClientKey.Read(RSA.Create(2048).ExportSubjectPublicKeyInfoPem()));
        Assert.False(ClientKey.IsIn("/nowhere/key.pem"));
    }

    private static ECDsa Elliptic(ECCurve curve) => ECDsa.Create(curve);
}
