namespace Chimera.Api.Cli;

/// <summary>Follows a campaign until it is completed, cancelled or paused.</summary>
internal sealed class Watch(HostClient host, ProgressDisplay display)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <param name="each">Done after each look; the demo acts as the human here.</param>
    /// <returns>The last look.</returns>
    public async Task<CampaignProgress> Follow(Guid campaign, Func<CampaignProgress, CancellationToken, Task> each, CancellationToken cancellation)
    {
        while (true)
        {
            if (await CampaignProgress.Read(host, campaign, cancellation) is { } progress)
            {
                display.Show(progress);
                if (progress.IsOver) return progress;
                await each(progress, cancellation);
            }
            await Task.Delay(Pause, cancellation);
        }
    }
}
