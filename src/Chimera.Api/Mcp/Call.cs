using Chimera.Api.Rest;

namespace Chimera.Api.Mcp;

/// <summary>A call of a tool as the operation behind it sees it: a request whose body are the arguments.</summary>
internal sealed record Call<TInput>(Body<TInput> Body, HttpContext Http, CancellationToken Cancellation)
{
    public TInput Input => Body.Value;

    public T Part<T>() where T : notnull => Http.RequestServices.GetRequiredService<T>();
}
