using Chimera.Domain.Tasks;
using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp.OAuth;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>The way to one tool server: connects when it is first needed, and again when the connection is lost; a command's process lives as long as this.</summary>
internal sealed class McpConnection(McpServerSettings settings, OAuthClient authorization, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable
{
    // by custom, and by docs/mcp-servers.md, a program that is called or set up wrongly ends so
    private const int WrongStart = 2;

    private readonly SemaphoreSlim gate = new(1);
    private readonly Recess recess = new(clock);
    private readonly ILogger log = logs.CreateLogger($"Chimera.Mcp.{settings.Name}");
    private McpSession? session;
    private bool isClosed;
    private ToolException? refusal;

    public McpServerSettings Settings => settings;

    /// <summary>What the server told of resources that are subscribed to.</summary>
    public ToldChanges Told { get; } = new();

    /// <summary>A connection that lives.</summary>
    /// <exception cref="McpUnavailableException">The server cannot be reached, or could not be a moment ago.</exception>
    /// <exception cref="ToolException">It says that its settings do not let it start, or does not let this client in.</exception>
    public async Task<McpSession> Open(CancellationToken cancellation)
    {
        if (session is { IsOver: false } open) return open;
        await gate.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            if (session is { IsOver: false } opened) return opened;
            if (recess.IsOn) throw Unreachable($"it could not be reached; it is tried again from {recess.Until:HH:mm:ss} on", null);
            return session = await Connect(cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The tool, as the server lists it now, within the time that a call has.</summary>
    /// <returns>Null when it has none of this name.</returns>
    public async Task<(McpSession Session, KnownTool? Tool)> Find(string tool, CancellationToken cancellation)
    {
        var open = await Open(cancellation);
        return (open, await InTime(token => open.Find(tool, token), cancellation));
    }

    /// <summary>Has the server tell of a resource's changes, as long as the connection lasts.</summary>
    /// <returns>False when it does not offer that.</returns>
    public Task<bool> Subscribe(string uri, CancellationToken cancellation) => InTime(async token => await (await Open(token)).Subscribe(uri, token), cancellation);

    /// <summary>A resource's text, within the time that a call has.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is longer than what is read.</exception>
    public async Task<string> ReadText(string uri, CancellationToken cancellation)
    {
        var read = await InTime(async token => await (await Open(token)).Client.ReadResourceAsync(new ReadResourceRequestParams { Uri = uri }, token), cancellation);
        var text = read.Contents.OfType<TextResourceContents>().FirstOrDefault()?.Text ?? throw new InvalidDataException($"{uri} has no text.");
        return text.Length <= ToolAnswers.Longest ? text : throw new InvalidDataException($"{uri} has more than {ToolAnswers.Longest} characters.");
    }

    /// <summary>Whatever kept the server away has changed: it is tried again at once.</summary>
    public async Task TryAgain(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        recess.End();
        gate.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        isClosed = true;
        if (session is not null) await session.DisposeAsync();
        session = null;
        gate.Release();
    }

    /// <summary>Within the time that a call has.</summary>
    private async Task<T> InTime<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Bounds.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{settings.Name} did not answer within {settings.Bounds.TimeoutSeconds} s.");
        }
        catch (Exception refused) when (NotAuthorizedException.In(refused, settings.Name) is not null || NoTokenNowException.IsIn(refused))
        {
            session?.End(); // what it knows of its authorization is of no use any more
            throw;
        }
    }

    private async Task<McpSession> Connect(CancellationToken cancellation)
    {
        if (session is { } lost) await LetGo(lost);
        try
        {
            var made = await Begin(cancellation);
            recess.End();
            return made;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            recess.Begin();
            refusal = failure is ClientTransportClosedException { Details: StdioClientCompletionDetails { ExitCode: WrongStart } ended }
                ? new(ErrorTable.NotConfigured, $"{settings.Name} does not start: {string.Join(' ', ended.StandardErrorTail ?? [])}")
                : NotAuthorizedException.In(failure, settings.Name);
            throw Unreachable(failure.Message, failure);
        }
    }

    private async Task LetGo(McpSession lost)
    {
        await lost.DisposeAsync();
        log.LogWarning("The connection to {Server} is lost: {Why}", settings.Name, (await lost.Client.Completion).Exception?.Message ?? "it was closed");
        session = null;
    }

    private async Task<McpSession> Begin(CancellationToken cancellation)
    {
        McpSession? made = null;
        var options = McpGreeting.For(settings);
        options.Handlers.NotificationHandlers =
        [
            new(NotificationMethods.ToolListChangedNotification, (_, _) => { made?.Forget(); return default; }),
            new(NotificationMethods.ResourceUpdatedNotification, Told.Take)
        ];
        return made = await McpSession.Connect(McpTransport.To(settings, authorization, log, logs), options, logs, cancellation);
    }

    /// <summary>Waiting helps with a server that is away, and not with one that lacks something .</summary>
    private Exception Unreachable(string why, Exception? cause) =>
        refusal is null ? new McpUnavailableException(settings.Name, why, cause) : new ToolException(refusal.ErrorType, refusal.Message);
}
