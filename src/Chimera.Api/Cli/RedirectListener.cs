using System.Net;
using System.Text;
using System.Web;

namespace Chimera.Api.Cli;

/// <summary>Waits on this machine for the browser that an authorization server sends back (RFC 8252, 7.3).</summary>
internal sealed class RedirectListener : IDisposable
{
    private static readonly byte[] Thanks = Encoding.UTF8.GetBytes("<!doctype html><title>Chimera</title><p>Chimera goes on; this window can be closed.");

    private readonly HttpListener listener = new();
    private readonly Uri address;
    private readonly string? state;

    /// <param name="address">Where the browser is sent.</param>
    /// <param name="state">What it brings along; anybody else's visit is not the one that is waited for.</param>
    /// <exception cref="UsageException">The address is not one of this machine, or somebody listens there.</exception>
    public RedirectListener(Uri address, string? state)
    {
        (this.address, this.state) = (address, state);
        if (!address.IsLoopback || address.Scheme != Uri.UriSchemeHttp) throw new UsageException($"The browser will be sent to {address}, which is not this machine: use --paste.");
        listener.Prefixes.Add($"http://{address.Authority}/");
        try
        {
            listener.Start();
        }
        catch (HttpListenerException taken)
        {
            throw new UsageException($"Nobody can listen on {address.Authority} ({taken.Message}): use --paste, or another redirect_uri.");
        }
    }

    /// <summary>The address with which the browser came.</summary>
    public async Task<string> Wait(CancellationToken cancellation)
    {
        while (true)
        {
            var visit = await listener.GetContextAsync().WaitAsync(cancellation);
            var came = visit.Request.Url!;
            var isIt = came.AbsolutePath == address.AbsolutePath && HttpUtility.ParseQueryString(came.Query)["state"] == state;
            Answer(visit.Response, isIt);
            if (isIt) return came.AbsoluteUri;
        }
    }

    private static void Answer(HttpListenerResponse response, bool isIt)
    {
        response.StatusCode = (int)(isIt ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        response.ContentType = "text/html; charset=utf-8";
        try
        {
            response.Close(isIt ? Thanks : [], willBlock: true);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // it came, and that is all that matters
        }
    }

    public void Dispose() => listener.Close();
}
