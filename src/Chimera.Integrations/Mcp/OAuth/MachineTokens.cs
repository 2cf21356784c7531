using System.Net;
using System.Net.Http.Headers;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Tokens that a process gets without asking anybody.</summary>
internal interface IMachineGrant
{
    /// <summary>One that has not expired.</summary>
    /// <exception cref="NotAuthorizedException">The authorization server refuses.</exception>
    Task<string> Token(CancellationToken cancellation);

    /// <summary>The server does not take it any more: the next one is a new one.</summary>
    void Forget();
}

/// <summary>Carries such a token to the server, and a new one where it takes the first no more.</summary>
internal sealed class MachineTokens(IMachineGrant grant) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await Carry(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        response.Dispose();
        grant.Forget();
        return await Carry(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> Carry(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await grant.Token(cancellation));
        return await base.SendAsync(request, cancellation);
    }
}
