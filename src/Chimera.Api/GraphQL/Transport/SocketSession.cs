using System.Collections.Concurrent;
using System.Net.WebSockets;
using GraphQL;
using GraphQL.Transport;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>One connection: it is greeted, then operations run side by side, each under the id that the caller gave it.</summary>
internal sealed class SocketSession(SocketWire wire, Operations operations, Json json, HttpContext http, CancellationTokenSource until)
{
    private const int MostOperations = 100;
    private static readonly TimeSpan Greeting = TimeSpan.FromSeconds(3), Farewell = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (CancellationTokenSource Stop, Task Done)> running = new();
    private bool greeted;

    public async Task Run()
    {
        using var impatience = new CancellationTokenSource(Greeting);
        using var waiting = impatience.Token.Register(() => _ = greeted ? Task.CompletedTask : Dismiss(4408, "Connection initialisation timeout"));
        while (await wire.Receive(until.Token) is (true, var message))
        {
            if (await Refusal(message) is not (var code, { } reason)) continue;
            await Close(code, reason);
            return;
        }
    }

    /// <summary>Says goodbye, and waits no longer than a moment for the answer. A wait that is cancelled first would cut the connection off.</summary>
    public async Task Dismiss(int code, string reason)
    {
        await Close(code, reason);
        until.CancelAfter(Farewell);
    }

    public async Task End()
    {
        foreach (var (stop, _) in running.Values) await stop.CancelAsync();
        await Task.WhenAll(running.Values.Select(one => one.Done));
        await Close((int)WebSocketCloseStatus.NormalClosure, "");
    }

    private Task Close(int code, string reason) => wire.Close((WebSocketCloseStatus)code, reason);

    /// <summary>Obeys a message, or says with which code the connection ends.</summary>
    private async Task<(int Code, string? Reason)> Refusal(OperationMessage? message)
    {
        switch (message)
        {
            case { Type: "connection_init" } when greeted: return (4429, "Too many initialisation requests");
            case { Type: "connection_init" }:
                greeted = true;
                await wire.Send(new() { Type = "connection_ack" }, until.Token);
                break;
            case { Type: "ping" }: await wire.Send(new() { Type = "pong" }, until.Token); break;
            case { Type: "pong" }: break;
            case { Type: "subscribe", Id: { Length: > 0 } id } when message.Payload is not null: return Start(id, message);
            case { Type: "complete", Id: { Length: > 0 } id }:
                if (running.TryGetValue(id, out var one)) await one.Stop.CancelAsync();
                break;
            default: return (4400, "Invalid message");
        }
        return default;
    }

    private (int, string?) Start(string id, OperationMessage message)
    {
        if (!greeted) return (4401, "Unauthorized");
        if (running.ContainsKey(id)) return (4409, $"Subscriber for {id} already exists");
        if (running.Count >= MostOperations) return (4429, $"At most {MostOperations} operations run on a connection");
        if (Read(message) is not { } request) return (4400, "Invalid message");
        var stop = CancellationTokenSource.CreateLinkedTokenSource(until.Token);
        var started = new TaskCompletionSource();
        running[id] = (stop, Execute(id, request, stop, started.Task));
        started.SetResult();
        return default;
    }

    private GraphQLRequest? Read(OperationMessage message)
    {
        try
        {
            return json.ReadNode<GraphQLRequest>(message.Payload) is { } request && (request.Query ?? request.DocumentId) is { Length: > 0 } ? request : null;
        }
        catch (Exception malformed) when (malformed is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="started">Comes when the operation is known under its id, so that it cannot end before that.</param>
    private async Task Execute(string id, GraphQLRequest request, CancellationTokenSource stop, Task started)
    {
        await started;
        try
        {
            var result = await operations.Execute(request, http, isGet: false, stop.Token);
            var refused = !result.Executed;
            await foreach (var one in result.InTurn(stop.Token))
                await wire.Send(refused ? new() { Id = id, Type = "error", Payload = one.Errors } : new() { Id = id, Type = "next", Payload = one }, stop.Token);
            running.TryRemove(id, out _);
            if (!refused) await wire.Send(new() { Id = id, Type = "complete" }, stop.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            running.TryRemove(id, out _);
        }
        finally
        {
            stop.Dispose();
        }
    }
}
