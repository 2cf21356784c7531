using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chimera.Integration.Tests.Rest;

/// <summary>What only a host with a socket shows.</summary>
public sealed class SocketTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_started_host_answers_and_refuses_ten_megabytes_without_reading_them()
    {
        await using var host = await chimera.StartOnSocket();
        using var client = new HttpClient { BaseAddress = new(host.Settings.PublicUrl) };
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/readyz", stop)).StatusCode);
        Assert.Contains("HTTP/1.1 413", await Announce(host.Settings.Port, 10_000_000, stop));
        var chunked = await client.PostAsync("/api/v1/agents", new StreamContent(new Endless(2_000_000)) { Headers = { ContentType = new("application/json") } }, stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        Assert.Contains("request.too-large", await chunked.Content.ReadAsStringAsync(stop));
    }

    /// <summary>Announces a body and sends none of it: the answer comes all the same.</summary>
    private static async Task<string> Announce(int port, int length, CancellationToken stop)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, stop);
        var head = $"POST /api/v1/agents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), stop);
        var answer = new byte[16];
        await socket.GetStream().ReadExactlyAsync(answer, stop);
        return Encoding.ASCII.GetString(answer);
    }

    /// <summary>So many blanks, of unknown length to whoever sends them.</summary>
    private sealed class Endless(int left) : Stream
    {
        private int left = left;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, left);
            buffer.AsSpan(offset, read).Fill((byte)' ');
            left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
