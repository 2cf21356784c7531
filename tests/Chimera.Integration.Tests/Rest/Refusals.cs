using System.Diagnostics;

namespace Chimera.Integration.Tests.Rest;

/// <summary>Requests under a trace of their own, so that what they store, if anything, is known from what others store meanwhile.</summary>
internal sealed class Refusals(ChimeraFixture chimera)
{
    private readonly string trace = ActivityTraceId.CreateRandom().ToHexString();

    public Task<Answer> Post(string path, object? body, params (string, string)[] headers) => chimera.Post(path, body, [.. headers, Traced]);

    public Task<Answer> Patch(string path, object body, params (string, string)[] headers) => chimera.Patch(path, body, [.. headers, Traced]);

    public Task<Answer> Delete(string path, params (string, string)[] headers) => chimera.Delete(path, [.. headers, Traced]);

    public async Task StoredNothing()
    {
        Assert.Equal(0L, await chimera.Ask<long>("select count(*) from chimera_events.mt_events where headers ->> 'trace_id' = $1", trace));
        Assert.Equal(0L, await chimera.Ask<long>("select count(*) from chimera_messages.wolverine_dead_letters"));
    }

    private (string, string) Traced => ("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
}
