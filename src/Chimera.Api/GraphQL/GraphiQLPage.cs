using System.Net.Mime;
using Chimera.Api.Rest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chimera.Api.GraphQL;

/// <summary>GraphiQL, a page to try queries on. Its scripts come from npm when the host is built, and from this host when it is looked at.</summary>
internal static class GraphiQLPage
{
    public const string Route = "/graphiql";

    private const string Page = "index.html";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "graphiql");

    private static readonly Dictionary<string, string> Types = new()
    {
        [Page] = MediaTypeNames.Text.Html, ["graphiql.min.css"] = MediaTypeNames.Text.Css, ["graphiql.min.js"] = MediaTypeNames.Text.JavaScript,
        ["react.production.min.js"] = MediaTypeNames.Text.JavaScript, ["react-dom.production.min.js"] = MediaTypeNames.Text.JavaScript,
        ["graphql-ws.min.js"] = MediaTypeNames.Text.JavaScript
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, () => File(Page)).ExcludeFromDescription();
        app.MapGet($"{Route}/{{name}}", File).ExcludeFromDescription();
    }

    private static PhysicalFileHttpResult File(string name)
    {
        if (!Types.TryGetValue(name, out var type)) throw new RefusedRequestException(404, "graphiql.unknown", "GraphiQL has no such file.");
        if (Types.Keys.Any(needed => !System.IO.File.Exists(Path.Combine(Folder, needed))))
            throw new RefusedRequestException(404, "graphiql.missing", "GraphiQL was not installed, because npm was missing or offline when this host was built. Build it again: make build.");
        return TypedResults.PhysicalFile(Path.Combine(Folder, name), $"{type}; charset=utf-8");
    }
}
