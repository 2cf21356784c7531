using Chimera.Domain.Alerts;

namespace Chimera.Domain.Tests.Alerts;

public sealed class AlertSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = Guid.NewGuid(), Task = Guid.NewGuid(), Id = Alert.IdOf(Ada, "AUTH_FAILED");
    private static readonly OperatorAlerted Raised = new(Id, "AUTH_FAILED", "The token is void.", Now, Ada, Task);
    private static readonly AlertAcknowledged Acknowledged = new("eve", Now);
    private static readonly AlertOperator Alarm = new("AUTH_FAILED", "The token is void.", Ada, Task);

    [Fact]
    public void an_operator_is_alerted() => Given().When(() => AlertDecider.Decide(Alarm, null, Now)).Then(Raised);

    [Fact]
    public void a_campaign_has_alerts_of_its_own()
    {
        var campaign = Guid.NewGuid();
        Given().When(() => AlertDecider.Decide(new AlertOperator("BUDGET_EXCEEDED", "Too much.", CampaignId: campaign), null, Now))
            .Then(new OperatorAlerted(Alert.IdOf(campaign, "BUDGET_EXCEEDED"), "BUDGET_EXCEEDED", "Too much.", Now, CampaignId: campaign));
    }

    [Fact]
    public void one_open_alert_is_enough() => Given(Raised).When(alert => AlertDecider.Decide(Alarm with { TaskId = Guid.NewGuid() }, alert, Now)).ThenNothing();

    [Fact]
    public void what_happens_again_after_it_was_seen_is_told_again() => Given(Raised, Acknowledged).When(alert => AlertDecider.Decide(Alarm, alert, Now)).Then(Raised);

    [Fact]
    public void an_alert_is_acknowledged_once()
    {
        Given(Raised).When(alert => AlertDecider.Decide(new AcknowledgeAlert(Id, "eve"), alert, Now)).Then(Acknowledged);
        Given(Raised, Acknowledged).When(alert => AlertDecider.Decide(new AcknowledgeAlert(Id, "bob"), alert, Now)).ThenNothing();
    }

    [Theory, InlineData(0), InlineData(101)]
    public void whoever_acknowledges_has_a_name(int length) =>
        Given(Raised).When(alert => AlertDecider.Decide(new AcknowledgeAlert(Id, new string('e', length)), alert, Now)).ThenBreaks("alert.acknowledged-by", "/acknowledged_by");

    [Fact]
    public void each_agent_and_code_has_an_alert_of_its_own() =>
        Assert.Equal(3, new[] { Id, Alert.IdOf(Guid.NewGuid(), "AUTH_FAILED"), Alert.IdOf(Ada, "BUDGET") }.Distinct().Count());

    private static Spec<Alert, AlertEvent> Given(params AlertEvent[] history) => new Spec<Alert, AlertEvent>(Alert.Evolve).Given(history);
}
