using System.Buffers;
using GraphQL;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>Answers as server-sent events, in the distinct-connections mode of the GraphQL over SSE protocol.</summary>
internal sealed class EventStream(Json json, IHostApplicationLifetime host)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(12);

    public async Task Send(HttpContext http, ExecutionResult result)
    {
        http.Response.ContentType = AcceptedMedia.Events;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var until = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        using var pen = new SemaphoreSlim(1);
        try
        {
            await http.Response.Body.FlushAsync(until.Token); // the subscriber learns that it is one before anything happens
            var comments = KeepAlive(http.Response, pen, until.Token);
            await foreach (var one in result.InTurn(until.Token)) await Write(http.Response, pen, Next(one), until.Token);
            await Write(http.Response, pen, "event: complete\ndata:\n\n"u8.ToArray(), until.Token);
            await until.CancelAsync();
            await comments;
        }
        catch (OperationCanceledException)
        {
            // the caller or the host has gone
        }
    }

    private byte[] Next(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        buffer.Write("event: next\ndata: "u8);
        json.Write(buffer, result);
        buffer.Write("\n\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A comment now and then keeps what lies between from closing a quiet connection.</summary>
    private static async Task KeepAlive(HttpResponse response, SemaphoreSlim pen, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Quiet);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation)) await Write(response, pen, ":\n\n"u8.ToArray(), cancellation);
        }
        catch (OperationCanceledException)
        {
            // the stream has ended
        }
    }

    private static async Task Write(HttpResponse response, SemaphoreSlim pen, byte[] bytes, CancellationToken cancellation)
    {
        await pen.WaitAsync(cancellation);
        try
        {
            await response.Body.WriteAsync(bytes, cancellation);
            await response.Body.FlushAsync(cancellation);
        }
        finally
        {
            pen.Release();
        }
    }
}
