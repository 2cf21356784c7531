using System.Globalization;

namespace Chimera.McpServers.Hosting;

/// <summary>What the program is asked to do, and how it ends: 0, or 2 when it cannot be done as asked.</summary>
internal sealed record CommandLine(ServerKind Kind, bool Http, int Port)
{
    private static readonly string Help = $"""
        chimera-mcp NAME --stdio             serves one client over standard input and output
        chimera-mcp NAME --http [--port N]   serves Streamable HTTP at http://127.0.0.1:N/mcp; without --port a free one is taken and told
        chimera-mcp --help                   shows this

        NAME is one of: {string.Join(", ", Servers.All.Select(kind => kind.Name))}

        DATABASE_URL          Postgres of the sandbox, and of the posts, tokens and answers of the real platforms
        CHIMERA_MCP_BACKEND   sandbox (default) or real
        CHIMERA_MCP_TOKEN     bearer token that callers over HTTP must show
        CHIMERA_MCP_ADDRESS   address to listen on (127.0.0.1); another than loopback needs a token
        CHIMERA_MCP_HOSTS     further host names, by commas, that callers and web pages may use
        CHIMERA_LOG           log level on standard error (Warning)
        Media__Folder, Media__PublicUrl, Sandbox__PublicUrl   where media lie, and how media and posts are reached
        MEDIA_S3_BUCKET       media are in this bucket instead; MEDIA_S3_REGION, MEDIA_S3_ENDPOINT, MEDIA_S3_PUBLIC_URL

        With CHIMERA_MCP_BACKEND=real (docs/mcp-servers.md):
        CHIMERA_MCP_HTTP_TIMEOUT_SECONDS   the longest that a platform may take for an answer
        mcp-server-twitter     TWITTER_CLIENT_ID, TWITTER_ACCOUNTS; TWITTER_CLIENT_SECRET, TWITTER_API_URL
        mcp-server-instagram   INSTAGRAM_ACCOUNTS; INSTAGRAM_API_URL
        mcp-server-tiktok      TIKTOK_CLIENT_KEY, TIKTOK_CLIENT_SECRET, TIKTOK_ACCOUNTS; TIKTOK_PRIVACY, TIKTOK_API_URL
        mcp-server-ideogram    IDEOGRAM_API_KEY; IDEOGRAM_API_URL
        mcp-server-news        NEWS_FEEDS
        """;

    public static async Task<int> Run(string[] args)
    {
        if (args is ["--help"] or ["-h"])
        {
            Console.WriteLine(Help);
            return 0;
        }
        try
        {
            var line = Parse(args);
            await Serving.Run(line, Settings.FromEnvironment(Environment.GetEnvironmentVariable));
            return 0;
        }
        catch (StartException wrong)
        {
            await Console.Error.WriteLineAsync($"chimera-mcp: {wrong.Message}");
            return 2;
        }
    }

    public static CommandLine Parse(string[] args) => args switch
    {
        [] => throw new StartException("Which server? chimera-mcp --help lists them."),
        [var name, "--stdio"] => new(Servers.Find(name), Http: false, Port: 0),
        [var name, "--http"] => new(Servers.Find(name), Http: true, Port: 0),
        [var name, "--http", "--port", var port] => new(Servers.Find(name), Http: true, PortOf(port)),
        [var name] when !name.StartsWith('-') => throw new StartException($"How is {Servers.Find(name).Name} to be reached? Say --stdio or --http."),
        _ => throw new StartException($"'{string.Join(' ', args)}' is not understood; chimera-mcp --help shows how it is called.")
    };

    private static int PortOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port
        : throw new StartException($"--port is '{text}'; it must be 0 to 65535.");
}
