using Chimera.Integrations;
using Chimera.Integrations.Media;
using Chimera.Integrations.Sandbox;

namespace Chimera.Api.Hosting;

/// <summary>The outside systems behind the stages' ports; without keys and URLs, the offline ones.</summary>
internal static class Integrations
{
    public static void AddIntegrations(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddOfflineModels().AddLocalMedia().AddSandboxNetwork();
        builder.Services.Configure<MediaOptions>(media => (media.Folder, media.PublicUrl) = (settings.MediaFolder, settings.PublicUrl));
        builder.Services.Configure<SandboxOptions>(sandbox => sandbox.PublicUrl = settings.PublicUrl);
    }
}
