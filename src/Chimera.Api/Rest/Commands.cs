using Chimera.Api.Hosting;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Handlers.Pooling;
using Wolverine;

namespace Chimera.Api.Rest;

/// <summary>Sends a request's commands in the name of whoever asked, and waits for them.</summary>
internal sealed class Commands(IMessageBus bus, StagePool<PlanTask, PlanTask, PlanTask> adding, IHttpContextAccessor accessor)
{
    public const string UserHeader = "X-Chimera-User";
    private const int LongestUser = 100;

    private HttpContext Http => accessor.HttpContext!;

    public string TraceId => RequestTrace.Of(Http);

    /// <param name="stream">The resource that the request names; <c>If-Match</c> is held against its version.</param>
    public Task Send(object command, Guid? stream = null)
    {
        var delivery = new DeliveryOptions();
        foreach (var (name, value) in Metadata())
            if (value is { Length: > 0 }) delivery.Headers[name] = value;
        if (stream is { } id && Conditional.Wanted(Http.Request) is { } versions) Precondition.Put(delivery, id, versions);
        return bus.InvokeAsync(command, delivery, Http.RequestAborted);
    }

    /// <summary>One change that takes several commands: <c>If-Match</c> is held against the first, the others follow on what it made.</summary>
    public async Task SendInTurn(Guid stream, IEnumerable<object> commands)
    {
        Guid? on = stream;
        foreach (var command in commands)
        {
            await Send(command, on);
            on = null;
        }
    }

    public Task Create(object command) => Once(() => Send(command));

    /// <summary>Adds a task, in one transaction with those that are added at the same time in the same name.</summary>
    public Task Add(PlanTask task) => Once(() => adding.Work([task], Origin, CancellationToken.None));

    /// <summary>Creates once: what an earlier try of the same idempotent request made already is not a conflict.</summary>
    private async Task Once(Func<Task> create)
    {
        try
        {
            await create();
        }
        catch (AlreadyExistsException) when (Idempotency.Resumes(Http))
        {
        }
    }

    /// <summary>Who asks.</summary>
    public string User() => Http.Request.Headers[UserHeader].ToString().Trim() switch
    {
        "" => "operator",
        { Length: > LongestUser } => throw new RefusedRequestException(400, "request.user", $"{UserHeader} has at most {LongestUser} characters."),
        var user => user
    };

    private Origin Origin => new(User(), "human", Http.Connection.RemoteIpAddress?.ToString(), Http.Request.Headers.UserAgent);

    private (string Name, string? Value)[] Metadata() =>
    [
        (EventMetadata.TraceId, TraceId), (Origin.SourceHeader, Origin.Source), (Origin.UserHeader, Origin.User),
        (Origin.UserAgentHeader, Origin.UserAgent), (Origin.IpAddressHeader, Origin.IpAddress)
    ];
}
