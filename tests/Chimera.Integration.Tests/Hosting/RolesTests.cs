using Chimera.Api.Hosting;
using Chimera.Api.Hosting.Rabbit;

namespace Chimera.Integration.Tests.Hosting;

public sealed class RolesTests
{
    [Theory]
    [InlineData(null, Roles.All)]
    [InlineData("planner", Roles.Planner)]
    [InlineData("worker, judge", Roles.Worker | Roles.Judge)]
    [InlineData("orchestrator,planner,worker,judge", Roles.All)]
    public void a_process_has_the_roles_that_are_named_and_all_without_a_word(string? words, Roles roles) => Assert.Equal(roles, RoleWords.Parse(words));

    [Theory, InlineData("plannner"), InlineData(","), InlineData("worker;judge")]
    public void a_word_that_names_no_role_is_refused(string words) => Assert.Equal("setting.roles", Assert.Throws<HostSettingException>(() => RoleWords.Parse(words)).Code);

    [Theory, InlineData("", "Host=127.0.0.1"), InlineData("amqp://127.0.0.1", "")]
    public async Task roles_are_not_shared_without_a_database_and_a_broker_to_share(string broker, string database)
    {
        using var home = new PostgresHome();
        var settings = new HostSettings(home.Path, 0, "http://127.0.0.1", home.Path, home.Path, database) { Roles = Roles.Planner, RabbitUrl = broker };

        var refused = await Assert.ThrowsAsync<HostSettingException>(() => ChimeraHost.Start(settings, cancellation: TestContext.Current.CancellationToken));

        Assert.Equal("setting.roles", refused.Code);
    }

    [Theory, InlineData("127.0.0.1:5672"), InlineData("http://127.0.0.1")]
    public async Task what_is_no_address_of_a_broker_is_refused(string url)
    {
        var refused = await Assert.ThrowsAsync<HostSettingException>(() => RabbitBroker.Find(url, _ => { }, TestContext.Current.CancellationToken));

        Assert.Equal("setting.rabbitmq-url", refused.Code);
    }
}
