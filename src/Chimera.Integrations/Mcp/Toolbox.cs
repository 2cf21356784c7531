using System.Text.Json;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tools;
using Chimera.Handlers.Pooling;
using Chimera.Handlers.Tools;
using Chimera.Handlers.Working;
using Chimera.Integrations.Mcp.OAuth;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chimera.Integrations.Mcp;

/// <summary>Calls tools: within their limits, with arguments and answers that fit their schemas, and with a record of every call (S2.3-15 to 17).</summary>
internal sealed class Toolbox(
    McpServers servers, ToolPolicy policy, IRateLimits rates, StagePool<ToolCallRecord, ToolCallRecord, ToolCallRecord> records, TimeProvider clock)
{
    private const string RateLimited = "RATE_LIMIT_EXCEEDED";
    private const int Tries = 4;

    /// <summary>Calls the tool, and again after a while where the server is asked too often: that is known to have done nothing.</summary>
    /// <exception cref="ToolException">It refused, or was not called: nothing happened.</exception>
    /// <exception cref="AnswerLostException">It may have acted.</exception>
    public async Task<ToolAnswer> Call(ToolRequest request, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await CallOnce(request, cancellation);
            }
            catch (ToolException limited) when (limited.ErrorType == RateLimited && attempt < Tries - 1)
            {
                await Task.Delay(PauseAfter(attempt, limited.Error.RetryAfterSeconds), clock, cancellation);
            }
        }
    }

    /// <summary>A quarter of a second, doubling, with a jitter of half of it; the server's own wish where it is longer, up to ten seconds.</summary>
    private static TimeSpan PauseAfter(int attempt, int? wanted)
    {
        var own = TimeSpan.FromMilliseconds(250 * (1 << attempt) * (0.75 + 0.5 * Random.Shared.NextDouble()));
        var asked = TimeSpan.FromSeconds(Math.Clamp(wanted ?? 0, 0, 10));
        return asked > own ? asked : own;
    }

    private async Task<ToolAnswer> CallOnce(ToolRequest request, CancellationToken cancellation)
    {
        var call = new RecordedCall(request, records, clock);
        await call.Requested(cancellation);
        try
        {
            var (session, tool, timeout) = await Prepare(request, cancellation);
            var answer = ToolAnswers.Read(await Send(session, request, timeout, cancellation), tool);
            await call.Ended(ms => new ToolCallSucceeded(ms, answer.CostUsd, answer.Model, clock.GetUtcNow()));
            return answer;
        }
        catch (ToolException refused)
        {
            await call.Ended(ms => new ToolCallFailed(refused.Error, ms, clock.GetUtcNow()));
            throw;
        }
        catch (Exception lost)
        {
            await call.Ended(ms => new ToolCallOutcomeUnknown(lost.Message, ms, clock.GetUtcNow()));
            throw;
        }
    }

    /// <summary>Everything that can be refused before anything is sent.</summary>
    private async Task<(McpSession Session, KnownTool Tool, TimeSpan Timeout)> Prepare(ToolRequest request, CancellationToken cancellation)
    {
        if (servers.Find(request.Server) is not { } connection) throw new ToolException(ErrorTable.NotConfigured, $"{request.Server} is not configured.");
        try
        {
            var (session, known) = await connection.Find(request.Tool, cancellation);
            var tool = known ?? throw new ToolException(ErrorTable.NotConfigured, $"{request.Server} has no tool {request.Tool}.");
            if (!policy.Permits(request.Tool, tool.IsReadOnly)) throw new ToolException("POLICY_DENIED", $"No policy names {request.Tool}, which may speak in public or move value.");
            if (tool.Misfit(request.Arguments) is { } misfit) throw new ToolException("INVALID_ARGUMENTS", $"{request.Tool} does not take this: {misfit}");
            await Count(request.Server, connection.Settings.Bounds.PerHour);
            return (session, tool, TimeSpan.FromSeconds(connection.Settings.Bounds.TimeoutSeconds));
        }
        catch (Exception unreachable) when (unreachable is not ToolException && !cancellation.IsCancellationRequested)
        {
            throw NotAuthorizedException.In(unreachable, request.Server) ?? new(ErrorTable.WorkerError, unreachable.Message); // nothing was sent: the task may be tried again
        }
    }

    private async Task Count(string server, int perHour)
    {
        if (perHour == 0) return;
        var limit = await rates.Count(server, perHour);
        if (!limit.Allowed) throw new ToolException("RATE_LIMIT", $"{server} was called {perHour} times within the hour.", (int)Math.Ceiling(limit.Resets.TotalSeconds));
    }

    private async Task<CallToolResult> Send(McpSession session, ToolRequest request, TimeSpan timeout, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        var trace = CallTrace.Begin();
        var arguments = request.Arguments.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));
        try
        {
            return await session.Client.CallToolAsync(new CallToolRequestParams { Name = request.Tool, Arguments = arguments, Meta = request.Meta() }, either.Token);
        }
        catch (McpProtocolException refused) when (refused.ErrorCode is McpErrorCode.InvalidParams or McpErrorCode.MethodNotFound)
        {
            session.Forget(); // perhaps its tools are others now
            throw new ToolException(ErrorTable.NotConfigured, $"{request.Server} refuses {request.Tool}: {refused.Message}");
        }
        catch (Exception refused) when (NotSent(refused, request.Server, trace, cancellation) is { } nothing)
        {
            session.End(); // what it knows of its authorization is of no use any more
            throw nothing;
        }
        catch (Exception lost) when (!cancellation.IsCancellationRequested)
        {
            throw new AnswerLostException(late.IsCancellationRequested ? $"{request.Server} did not answer within {timeout.TotalSeconds:0} s." : $"{request.Server}: {lost.Message}", lost);
        }
    }

    /// <summary>What a failure means that came before the server had taken the call; null for any other.</summary>
    private static ToolException? NotSent(Exception failure, string server, CallTrace trace, CancellationToken cancellation) =>
        trace.IsTaken || cancellation.IsCancellationRequested ? null
        : NotAuthorizedException.In(failure, server) ?? (NoTokenNowException.IsIn(failure) ? new ToolException(ErrorTable.WorkerError, failure.Message) : null);
}
