namespace Chimera.Domain.Tasks.Schemas;

/// <summary>What a task of one type is asked to do (specification 2.2). Reading checks the shape, <see cref="Validate"/> the limits.</summary>
public abstract record TaskInput
{
    public abstract void Validate();
}

/// <summary>What a task of one type delivers (specification 2.2).</summary>
public abstract record TaskOutput
{
    public abstract void Validate();
}
