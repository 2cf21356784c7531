using System.Collections.Concurrent;
using System.Net.WebSockets;
using GraphQL;
using GraphQL.Transport;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>One connection: it is greeted, then operations run side by side, each under the id that the caller gave it.</summary>
internal sealed class SocketSession(SocketWire wire, Operations operations, Json json, HttpContext http)
{
    private const int MostOperations = 100;
    private static readonly TimeSpan Greeting = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, (CancellationTokenSource Until, Task Done)> running = new();
    private bool greeted;

    public async Task Run(CancellationToken cancellation)
    {
        using var greeting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        greeting.CancelAfter(Greeting);
        while (true)
        {
            OperationMessage? message;
            try
            {
                (var open, message) = await wire.Receive(greeted ? cancellation : greeting.Token);
                if (!open) return;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                await Close(4408, "Connection initialisation timeout");
                return;
            }
            if (await Refusal(message, cancellation) is not (var code, { } reason)) continue;
            await Close(code, reason);
            return;
        }
    }

    public Task Close(int code, string reason) => wire.Close((WebSocketCloseStatus)code, reason);

    public async Task End()
    {
        foreach (var (until, _) in running.Values) await until.CancelAsync();
        await Task.WhenAll(running.Values.Select(one => one.Done));
        await Close((int)WebSocketCloseStatus.NormalClosure, "");
    }

    /// <summary>Obeys a message, or says with which code the connection ends.</summary>
    private async Task<(int Code, string? Reason)> Refusal(OperationMessage? message, CancellationToken cancellation)
    {
        switch (message)
        {
            case { Type: "connection_init" } when greeted: return (4429, "Too many initialisation requests");
            case { Type: "connection_init" }:
                greeted = true;
                await wire.Send(new() { Type = "connection_ack" }, cancellation);
                break;
            case { Type: "ping" }: await wire.Send(new() { Type = "pong" }, cancellation); break;
            case { Type: "pong" }: break;
            case { Type: "subscribe", Id: { Length: > 0 } id } when message.Payload is not null: return Start(id, message, cancellation);
            case { Type: "complete", Id: { Length: > 0 } id }:
                if (running.TryGetValue(id, out var one)) await one.Until.CancelAsync();
                break;
            default: return (4400, "Invalid message");
        }
        return default;
    }

    private (int, string?) Start(string id, OperationMessage message, CancellationToken cancellation)
    {
        if (!greeted) return (4401, "Unauthorized");
        if (running.ContainsKey(id)) return (4409, $"Subscriber for {id} already exists");
        if (running.Count >= MostOperations) return (4429, $"At most {MostOperations} operations run on a connection");
        if (Read(message) is not { } request) return (4400, "Invalid message");
        var until = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var started = new TaskCompletionSource();
        running[id] = (until, Execute(id, request, until, started.Task));
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
    private async Task Execute(string id, GraphQLRequest request, CancellationTokenSource until, Task started)
    {
        await started;
        try
        {
            var result = await operations.Execute(request, http, isGet: false, until.Token);
            var refused = !result.Executed;
            await foreach (var one in result.InTurn(until.Token))
                await wire.Send(refused ? new() { Id = id, Type = "error", Payload = one.Errors } : new() { Id = id, Type = "next", Payload = one }, until.Token);
            running.TryRemove(id, out _);
            if (!refused) await wire.Send(new() { Id = id, Type = "complete" }, until.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            running.TryRemove(id, out _);
        }
        finally
        {
            until.Dispose();
        }
    }
}
