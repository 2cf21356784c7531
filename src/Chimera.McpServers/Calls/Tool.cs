using System.Text.Json;
using System.Text.Json.Nodes;
using Chimera.Domain;
using Chimera.Domain.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chimera.McpServers.Calls;

/// <summary>Arguments of a tool. Their schema says most of it; this says what a schema cannot.</summary>
internal interface IToolInput
{
    void Validate() { }
}

/// <summary>What a tool delivers, and what that cost.</summary>
internal sealed record Delivered<TOutput>(TOutput Output, decimal? CostUsd = null, string? Model = null);

/// <summary>How a tool is described to those who may call it.</summary>
internal sealed record ToolWords(string Server, string Name, string Title, string Description)
{
    public bool ReadOnly { get; init; }

    /// <summary>Answers are kept by key; not needed where the back end itself recognises a repeat.</summary>
    public bool KeepsAnswers { get; init; }

    /// <summary>What is answered when the back end broke down in the middle of its work.</summary>
    public string Breakdown { get; init; } = ErrorTable.WorkerError;
}

/// <summary>A tool: checks its arguments, passes the gate, acts, and answers in one shape.</summary>
internal sealed class Tool<TInput, TOutput>(
    ToolWords words, ICallGate gate, ILogger log, Func<TInput, Caller, CancellationToken, Task<Delivered<TOutput>>> act) : McpServerTool
    where TInput : class, IToolInput where TOutput : class
{
    private readonly CallName _call = new(words.Server, words.Name);

    public override Tool ProtocolTool { get; } = new()
    {
        Name = words.Name, Title = words.Title, Description = words.Description, InputSchema = ToolSchema.Of<TInput>(), OutputSchema = ToolSchema.Of<TOutput>(),
        Annotations = new()
        {
            ReadOnlyHint = words.ReadOnly, IdempotentHint = gate.KeepsAnswers || !words.KeepsAnswers, DestructiveHint = false, OpenWorldHint = true
        }
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var acting = false;
        try
        {
            var input = ToolArguments.Read<TInput>(request.Params.Arguments);
            var caller = Caller.Of(request.Params.Meta);
            var passage = await gate.Enter(_call, words.KeepsAnswers ? caller.IdempotencyKey : null, cancellationToken);
            acting = true;
            var answer = passage.First ?? await Act(input, caller, cancellationToken);
            if (passage.LosesAnswer) await Task.Delay(Timeout.Infinite, cancellationToken);
            return ToResult(answer);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolErrors.ToResult(Explain(failure, acting));
        }
    }

    private async Task<Answered> Act(TInput input, Caller caller, CancellationToken cancellation)
    {
        var delivered = await act(input, caller, cancellation);
        var answer = new Answered(ChimeraJson.Write(delivered.Output), delivered.CostUsd, delivered.Model);
        // it is done, and perhaps paid for: that is kept even when the caller no longer waits
        return words.KeepsAnswers && caller.IdempotencyKey is { } key ? await gate.Keep(_call, key, answer, CancellationToken.None) : answer;
    }

    private ToolError Explain(Exception failure, bool acting)
    {
        if (failure is ToolErrorException refused) return refused.Error;
        if (failure is RuleViolationException broken)
            return new(broken.Code, broken.Pointer is null ? broken.Message : $"{broken.Pointer}: {broken.Message}", Retryable: false, RetryAfterSeconds: null);
        log.LogError(failure, "{Tool} broke down", words.Name);
        // before the work has begun, nothing can have happened
        var code = words.Breakdown == ErrorTable.OutcomeUnknown && !acting ? ErrorTable.WorkerError : words.Breakdown;
        return new(code, "The back end broke down; the server's log says why.", ToolErrors.IsRetryable(code), RetryAfterSeconds: null);
    }

    private static CallToolResult ToResult(Answered answer)
    {
        var meta = new JsonObject();
        if (answer.CostUsd is { } cost) meta["io.chimera/cost_usd"] = cost.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (answer.Model is { } model) meta["io.chimera/model"] = model;
        return new()
        {
            StructuredContent = answer.Output, Content = [new TextContentBlock { Text = answer.Output.GetRawText() }], Meta = meta.Count > 0 ? meta : null
        };
    }
}
