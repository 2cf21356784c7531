using System.Net;
using System.Text;

namespace Chimera.Api.Cli;

/// <summary>Waits on this machine for the browser that an authorization server sends back (RFC 8252, 7.3).</summary>
internal sealed class RedirectListener : IDisposable
{
    private static readonly byte[] Thanks = Encoding.UTF8.GetBytes("<!doctype html><title>Chimera</title><p>Chimera goes on; this window can be closed.");

    private readonly HttpListener listener = new();
    private readonly Uri address;

    /// <exception cref="UsageException">The address is not one of this machine, or somebody listens there.</exception>
    public RedirectListener(Uri address)
    {
        this.address = address;
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
            var isIt = visit.Request.Url?.AbsolutePath == address.AbsolutePath;
            visit.Response.StatusCode = (int)(isIt ? HttpStatusCode.OK : HttpStatusCode.NotFound);
            visit.Response.ContentType = "text/html; charset=utf-8";
            visit.Response.Close(isIt ? Thanks : [], willBlock: true);
            if (isIt) return visit.Request.Url!.AbsoluteUri;
        }
    }

    public void Dispose() => listener.Close();
}
