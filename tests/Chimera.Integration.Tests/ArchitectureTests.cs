using Chimera.Api.Hosting;
using Chimera.Domain.Tasks;
using Chimera.Handlers;
using Chimera.Integrations;
using Chimera.Projections;

namespace Chimera.Integration.Tests;

/// <summary>S1-8: which project may know which; design and style of docs/architecture.md.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData(typeof(AgentTask))]
    [InlineData(typeof(TableSet), "Chimera.Domain")]
    [InlineData(typeof(Step), "Chimera.Domain")]
    [InlineData(typeof(OfflineSetup), "Chimera.Domain", "Chimera.Handlers")]
    [InlineData(typeof(ChimeraHost), "Chimera.Domain", "Chimera.Handlers", "Chimera.Integrations", "Chimera.Projections")]
    public void a_project_knows_only_those_below_it(Type of, params string[] below) =>
        Assert.Equal(below, of.Assembly.GetReferencedAssemblies().Select(one => one.Name!).Where(name => name.StartsWith("Chimera.", StringComparison.Ordinal)).Order());
}
