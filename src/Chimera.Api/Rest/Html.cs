using System.Globalization;
using System.Net;

namespace Chimera.Api.Rest;

/// <summary>A piece of HTML. Whatever is put into it is escaped, unless it is HTML itself.</summary>
internal readonly record struct Html(string Text)
{
    public static readonly Html None = new("");

    public static Html Of(FormattableString template) =>
        new(string.Format(CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(Escape)]));

    public override string ToString() => Text;

    private static object Escape(object? value) => value switch
    {
        Html html => html.Text,
        IEnumerable<Html> several => string.Concat(several),
        _ => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)) ?? ""
    };
}
