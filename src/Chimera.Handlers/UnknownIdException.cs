namespace Chimera.Handlers;

/// <summary>A command names something that does not exist.</summary>
/// <param name="id">Its id, or its name where it has no other.</param>
public sealed class UnknownIdException(string what, object id) : Exception($"There is no {what} {id}.")
{
    public string Code { get; } = $"{what}.unknown";
}
