using Chimera.Api.Hosting;

namespace Chimera.Integration.Tests.Redis;

public sealed class SettingTests
{
    [Fact]
    public async Task the_lists_and_a_broker_exclude_each_other()
    {
        var settings = new HostSettings("nowhere", 0, "", "", "") { Redis = new(Dispatches: true), RabbitUrl = "amqp://127.0.0.1:1" };
        Assert.Equal("setting.dispatch", (await Assert.ThrowsAsync<HostSettingException>(() => ChimeraHost.Start(settings, cancellation: TestContext.Current.CancellationToken))).Code);
    }

    [Fact]
    public void a_misspelt_word_is_refused() =>
        Assert.Equal("setting.redis", Assert.Throws<HostSettingException>(() => RedisLists.FromEnvironment(name => name == "CHIMERA_DISPATCH" ? "reddis" : null)).Code);

    [Theory]
    [InlineData("redis://127.0.0.1", "127.0.0.1:6379", 0)]
    [InlineData("redis://:secret@cache.example:6380/3", "cache.example:6380", 3)]
    [InlineData("127.0.0.1:6381", "127.0.0.1:6381", 0)]
    public void an_address_is_read_as_a_url_or_in_the_clients_own_form(string url, string endpoint, int database)
    {
        var configuration = Integrations.Queues.RedisOptions.Configuration(url);
        Assert.Equal((endpoint, database), (Address(configuration.EndPoints[0]), configuration.DefaultDatabase ?? 0));
    }

    private static string Address(System.Net.EndPoint endpoint) => endpoint is System.Net.DnsEndPoint name ? $"{name.Host}:{name.Port}" : endpoint.ToString()!;
}
