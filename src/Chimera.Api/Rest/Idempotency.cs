using Chimera.Domain;
using static Chimera.Domain.Rule;

namespace Chimera.Api.Rest;

/// <summary><c>Idempotency-Key</c> on every POST: a repeat gets the first answer, and what was created once is not created twice.</summary>
internal sealed class Idempotency(IdempotencyKeys keys) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    private static readonly Guid Scope = new("b1f6c1de-7c0b-5f57-8a37-2d4c5a3e9b60");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var sha256 = context.Arguments.OfType<Body>().FirstOrDefault()?.Sha256 ?? "";
        return KeyOf(context.HttpContext) is null ? await next(context) : await Once(context.HttpContext, sha256, async () => (Reply)(await next(context))!);
    }

    /// <summary>Carries a request out, unless it has a key and its answer is known.</summary>
    public async Task<Reply> Once(HttpContext http, string sha256, Func<Task<Reply>> act)
    {
        if (KeyOf(http) is not { } key) return await act();
        await using var held = await keys.Hold(key, RouteOf(http), sha256, http.RequestAborted);
        if (held.Answer is { } answer) return answer with { Replayed = true };
        if (held.IsResumed) http.Items[typeof(Idempotency)] = true;
        try
        {
            var reply = await act();
            await held.Store(reply);
            return reply;
        }
        catch (Exception refusal) when (Problems.IsRefusal(refusal))
        {
            await held.Forget();
            throw;
        }
    }

    /// <summary>The id of what is created: the caller's, else one that follows from the key, so that a repeat after a crash meets the first try's.</summary>
    public static Guid IdFor(HttpContext http, Guid? given, string pointer)
    {
        Require(given != Guid.Empty, "request.field", "An id of zeros only names nothing.", pointer);
        if (given is { } id) return id;
        if (KeyOf(http) is not { } key) return Guid.CreateVersion7();
        http.Items[typeof(Idempotency)] = true;
        return DerivedId.Of(Scope, $"{RouteOf(http)}/{key}");
    }

    /// <summary>True when this request may have run before: under a derived id, or with a key that was left without an answer.</summary>
    public static bool Resumes(HttpContext http) => http.Items.ContainsKey(typeof(Idempotency));

    /// <summary>Gives a request a key, or none, and a name of its own, where address and header do not say them: for a call of a tool.</summary>
    public static void Name(HttpContext http, string route, string? key) => http.Items[typeof(RequestName)] = new RequestName(route, key);

    private static string RouteOf(HttpContext http) => NameOf(http).Route;

    private static string? KeyOf(HttpContext http) => NameOf(http).Key switch
    {
        null => null,
        { Length: > 0 and <= LongestKey } key when key.All(character => character is > ' ' and <= '~') => key,
        _ => throw new RefusedRequestException(400, "idempotency.key", $"{Header} has 1 to {LongestKey} visible ASCII characters.")
    };

    private static RequestName NameOf(HttpContext http)
    {
        if (http.Items[typeof(RequestName)] is RequestName given) return given;
        var header = HttpMethods.IsPost(http.Request.Method) ? http.Request.Headers[Header] : default;
        return new($"{http.Request.Method} {http.Request.Path}", header is { Count: > 0 } ? header.ToString() : null);
    }

    private sealed record RequestName(string Route, string? Key);
}
