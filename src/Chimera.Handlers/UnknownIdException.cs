namespace Chimera.Handlers;

/// <summary>A command names something that does not exist.</summary>
public sealed class UnknownIdException(string what, Guid id) : Exception($"There is no {what} {id}.")
{
    public string Code { get; } = $"{what}.unknown";
}
