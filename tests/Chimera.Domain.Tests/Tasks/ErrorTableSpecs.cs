using Chimera.Domain.Tasks;

namespace Chimera.Domain.Tests.Tasks;

public sealed class ErrorTableSpecs
{
    [Theory]
    [InlineData("RATE_LIMIT_EXCEEDED", ErrorHandling.Retry)]
    [InlineData("RATE_LIMIT", ErrorHandling.Retry)]
    [InlineData("TIMEOUT", ErrorHandling.Retry)]
    [InlineData("WORKER_ERROR", ErrorHandling.Retry)]
    [InlineData("RPC_UNAVAILABLE", ErrorHandling.Retry)]
    [InlineData("INVALID_PROMPT", ErrorHandling.Revise)]
    [InlineData("INVALID_OUTPUT", ErrorHandling.Revise)]
    [InlineData("REJECTED", ErrorHandling.Revise)]
    [InlineData("NSFW_DETECTED", ErrorHandling.Escalate)]
    [InlineData("OUTCOME_UNKNOWN", ErrorHandling.Escalate)]
    [InlineData("DUPLICATE_CONTENT", ErrorHandling.Skip)]
    [InlineData("AUTH_FAILED", ErrorHandling.PauseAgent)]
    [InlineData("PLATFORM_NOT_CONFIGURED", ErrorHandling.Fail)]
    [InlineData("DEPENDENCY_FAILED", ErrorHandling.Fail)]
    [InlineData("CANCELLED", ErrorHandling.Fail)]
    [InlineData("INSUFFICIENT_FUNDS", ErrorHandling.Fail)]
    [InlineData("POLICY_DENIED", ErrorHandling.Fail)]
    public void every_code_of_the_specification_has_its_handling(string code, ErrorHandling handling) => Assert.Equal(handling, ErrorTable.HandlingOf(code));

    [Theory, InlineData("SOMETHING_NEW"), InlineData(""), InlineData("rate_limit")]
    public void an_unknown_code_is_never_repeated(string code) => Assert.Equal(ErrorHandling.Fail, ErrorTable.HandlingOf(code));
}
