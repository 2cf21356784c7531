using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary>Reads lists page by page.</summary>
internal static class Listing
{
    private const int LargestPage = 200;

    /// <summary>At most <paramref name="limit"/> items in the host's order.</summary>
    public static async Task<List<JsonElement>> List(
        this HostClient host, string path, IEnumerable<(string Name, string? Value)> filters, int limit, CancellationToken cancellation)
    {
        var items = new List<JsonElement>();
        var query = string.Concat(filters.Where(filter => filter.Value is not null).Select(filter => $"&{filter.Name}={Uri.EscapeDataString(filter.Value!)}"));
        string? after = null;
        do
        {
            var position = after is null ? "" : "&after=" + Uri.EscapeDataString(after);
            var page = await host.Get($"{path}?limit={Math.Min(limit - items.Count, LargestPage)}{position}{query}", cancellation);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        } while (after is not null && items.Count < limit);
        return items;
    }
}
