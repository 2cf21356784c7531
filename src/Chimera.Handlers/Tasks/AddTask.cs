using Chimera.Domain.Tasks;

namespace Chimera.Handlers.Tasks;

/// <summary>An operator or a program asks for one task, outside a plan.</summary>
public sealed record AddTask(PlanTask Task);
