namespace Chimera.Handlers;

/// <summary>A command would create what exists already.</summary>
public sealed class AlreadyExistsException(string what, Guid id) : Exception($"The {what} {id} exists already.")
{
    public string Code { get; } = $"{what}.exists";
    public Guid Id { get; } = id;
}
