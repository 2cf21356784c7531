using System.CommandLine;
using Chimera.Domain;

namespace Chimera.Api.Cli;

/// <summary>An option that narrows a list.</summary>
/// <param name="Field">The query parameter of the REST interface.</param>
/// <param name="Names">What the value is an id of; null when it is a word.</param>
internal sealed record Filter(Option<string> Option, string Field, Resource? Names = null)
{
    public static Filter Campaign() => new(new("--campaign") { Description = "Only those of this campaign.", HelpName = "id" }, "campaign_id", Resource.Campaigns);

    public static Filter Agent() => new(new("--agent") { Description = "Only those of this agent.", HelpName = "id" }, "agent_id", Resource.Agents);

    public static Filter OneOf<TEnum>(string option, string field) where TEnum : struct, Enum
    {
        var words = Enum.GetValues<TEnum>().Select(ChimeraJson.NameOf).ToArray();
        var filter = new Filter(new(option) { Description = $"Only those with this {field}: {string.Join(", ", words)}.", HelpName = field }, field);
        filter.Option.AcceptOnlyFromAmong(words);
        return filter;
    }

    public async Task<(string, string?)> Read(Call call, CancellationToken cancellation)
    {
        var given = call.Value(Option);
        return (Field, given is null || Names is null ? given : await Names.Identify(call.Host, given, cancellation));
    }
}
