namespace Chimera.Api.Rest;

/// <summary>A request that is wrong as a request, before any rule of the domain is asked.</summary>
internal sealed class RefusedRequestException(int status, string code, string message, string? pointer = null) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
    public string? Pointer { get; } = pointer;
}
