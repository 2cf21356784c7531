using System.Net;
using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary>The host understood and said no.</summary>
/// <param name="problem">The problem details as they came (RFC 9457), or the nearest to them.</param>
public sealed class HostRefusedException(HttpStatusCode status, JsonElement problem) : Exception(Text(problem, "detail") ?? $"{(int)status} {status}")
{
    public HttpStatusCode Status { get; } = status;
    public JsonElement Problem { get; } = problem;
    public string? Title => Text(Problem, "title");
    public string? Code => Text(Problem, "code");
    public string? Pointer => Text(Problem, "pointer");

    private static string? Text(JsonElement problem, string field) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
