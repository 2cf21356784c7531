using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.Mcp;

/// <summary>A host whose tasks go out to the platform's own tool servers, real processes over stdio, with the sandbox behind them.</summary>
public class ToolStage(ChimeraFixture chimera) : OwnChimera(chimera)
{
    public const string Twitter = "mcp-server-twitter", Ideogram = "mcp-server-ideogram";

    /// <summary>Makes a tool of the sandbox go wrong.</summary>
    internal Task Turn(string server, string tool, string errorCode, int times, int? retryAfterSeconds = null) =>
        Run($"""
            insert into chimera_sandbox.knobs (server, tool, error_code, times_left, retry_after_seconds)
            values ('{server}', '{tool}', '{errorCode}', {times}, {retryAfterSeconds?.ToString(provider: null) ?? "null"})
            on conflict (server, tool) do update set error_code = excluded.error_code, times_left = excluded.times_left, retry_after_seconds = excluded.retry_after_seconds
            """);

    /// <summary>The file behind an address of the host.</summary>
    internal string MediaFile(string url) => Path.Combine(Part<Api.Hosting.HostSettings>().MediaFolder, url.Split('/')[^1]);

    internal Task<long> Calls(string tool) => Ask<long>($"select coalesce(sum(calls), 0)::bigint from chimera_sandbox.calls where tool = '{tool}'");

    internal async Task<Guid> Add(string type, object input, Guid? agent = null) =>
        (await Call("POST", "tasks", Given.TaskBody(agent ?? await Agent($"Mara {Guid.NewGuid():N}"), ("type", type), ("input_data", input)))).Expect(201).Id("task_id");

    internal Task<Guid> AddImage(string prompt = "a walk in the wood") => Add("generate_image", new { prompt, style = "landscape" });

    internal Task<Guid> AddPost(Guid? agent = null) => Add("post_content", new { platform = "twitter", content = new { text = $"Walk {Guid.NewGuid()}" } }, agent);

    internal Task<Answer> Until(Guid task, string stage) =>
        Eventually.Is(() => Call("GET", $"tasks/{task}"), seen => seen["stage"].GetString() == stage, $"the task to be {stage}");

    /// <summary>The kinds of events of the calls that a task asked for, or that carry its result's key, call by call.</summary>
    internal Task<string> Story(Guid task) => Ask<string>($"""
        select coalesce(string_agg(story, '; ' order by first), '') from (
            select min(seq_id) as first, string_agg(type, ' ' order by version) as story from chimera_events.mt_events
            where stream_id in (select stream_id from chimera_events.mt_events where type = 'tool_call_requested'
                and (data ->> 'task_id' = '{task}' or data ->> 'idempotency_key' in (select result_id::text from chimera.results where task_id = '{task}')))
            group by stream_id) calls
        """);
}
