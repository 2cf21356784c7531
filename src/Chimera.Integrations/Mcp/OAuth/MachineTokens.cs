using System.Net;
using System.Net.Http.Headers;

namespace Chimera.Integrations.Mcp.OAuth;

/// <summary>Tokens that a process gets without asking anybody.</summary>
internal interface IMachineGrant
{
    /// <summary>One that has not expired, and is not the one that the server does not take any more.</summary>
    /// <exception cref="NotAuthorizedException">The authorization server refuses.</exception>
    /// <exception cref="NoTokenNowException">It cannot be asked.</exception>
    Task<string> Token(string? rejected, CancellationToken cancellation);
}

/// <summary>Carries such a token to the server, and a new one where it takes the first no more.</summary>
internal sealed class MachineTokens(IMachineGrant grant) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await Token(null, cancellationToken);
        var response = await Carry(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;
        response.Dispose();
        return await Carry(request, await Token(token, cancellationToken), cancellationToken);
    }

    private async Task<string> Token(string? rejected, CancellationToken cancellation)
    {
        try
        {
            return await grant.Token(rejected, cancellation);
        }
        catch (Exception away) when (away is HttpRequestException or IOException or UnauthorizedAccessException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new NoTokenNowException($"There is no token now: {away.Message}", away);
        }
    }

    private async Task<HttpResponseMessage> Carry(HttpRequestMessage request, string token, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellation);
        CallTrace.Note(request, response);
        return response;
    }
}
