namespace Chimera.Api.Hosting;

/// <summary>The outside systems behind the stages' ports.</summary>
internal static class Integrations
{
    public static void AddIntegrations(this WebApplicationBuilder builder, HostSettings settings)
    {
    }
}
