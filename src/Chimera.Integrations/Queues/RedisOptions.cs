using System.Net;
using StackExchange.Redis;

namespace Chimera.Integrations.Queues;

/// <summary>Where Redis is and what it is used for.</summary>
/// <param name="Url"><c>redis://[user:password@]host[:port][/database]</c>, or the client's own form; null starts Garnet in this process when Redis is needed.</param>
/// <param name="Dispatches">Tasks and results go through the lists of specification 3.3.</param>
/// <param name="OwnWorker">The platform's own worker takes part; otherwise all tasks are left to others.</param>
/// <param name="OwnJudge">The platform's own judge takes part; otherwise all results are left to others.</param>
public sealed record RedisOptions(string? Url = null, bool Dispatches = false, bool OwnWorker = true, bool OwnJudge = true)
{
    /// <summary>How often it is looked for tasks that somebody took and does not answer for.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Entries that the own worker, and the own judge, have taken at a time.</summary>
    public int InWork { get; init; } = 512;

    /// <summary>How the client connects: it tries again and again, and what is asked meanwhile fails at once.</summary>
    public static ConfigurationOptions Configuration(string url)
    {
        var options = ConfigurationOptions.Parse(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "redis" or "rediss" ? FromUri(uri!) : url);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2000;
        options.ReconnectRetryPolicy = new LinearRetry(1000);
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ClientName = "chimera";
        return options;
    }

    private static string FromUri(Uri uri)
    {
        var options = new ConfigurationOptions { Ssl = uri.Scheme == "rediss" };
        options.EndPoints.Add(new DnsEndPoint(uri.Host, uri.Port > 0 ? uri.Port : 6379));
        var credentials = uri.UserInfo.Split(':', 2);
        if (credentials[0].Length > 0) options.User = Uri.UnescapeDataString(credentials[0]);
        if (credentials.Length > 1) options.Password = Uri.UnescapeDataString(credentials[1]);
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database) options.DefaultDatabase = int.Parse(database, System.Globalization.CultureInfo.InvariantCulture);
        return options.ToString(includePassword: true);
    }
}
