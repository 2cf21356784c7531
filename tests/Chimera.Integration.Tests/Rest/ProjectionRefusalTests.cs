namespace Chimera.Integration.Tests.Rest;

/// <summary>What an operator cannot ask of the tables, and the code that says so.</summary>
public sealed class ProjectionRefusalTests(ChimeraFixture chimera)
{
    [Theory]
    [InlineData("""{"table":"nothing"}""", 422, "rebuild.table", "/table")]
    [InlineData("""{"table":""}""", 422, "rebuild.table", "/table")]
    [InlineData("""{"table":7}""", 422, "request.field", "/table")]
    [InlineData("""{"expect_equal":true,"allow_changes":true}""", 422, "rebuild.contradiction", "/allow_changes")]
    [InlineData("""{"expect_equal":"yes"}""", 422, "request.field", "/expect_equal")]
    [InlineData("""{"tables":"tasks"}""", 422, "request.field", "/tables")]
    [InlineData("[]", 422, "request.field", "")]
    [InlineData("{", 400, "request.malformed", null)]
    public async Task what_cannot_be_rebuilt_is_refused(string body, int status, string code, string? pointer) =>
        (await chimera.Post("projections/rebuild", body)).Refuses(status, code, pointer);

    [Theory]
    [InlineData("GET", "projections/rebuilds/11111111-2222-4333-8444-555555555555", 404, "rebuild.unknown")]
    [InlineData("GET", "projections/rebuilds/mine", 400, "request.parameter")]
    [InlineData("GET", "projections/rebuilds?limit=0", 400, "page.limit")]
    [InlineData("GET", "projections/poison-events?limit=many", 400, "page.limit")]
    [InlineData("POST", "projections/rebuilds/11111111-2222-4333-8444-555555555555/cancel", 404, "rebuild.unknown")]
    [InlineData("POST", "projections/rollback", 422, "rebuild.no-previous")]
    [InlineData("POST", "projections/poison-events/4711000000/retry", 404, "poison.unknown")]
    [InlineData("POST", "projections/poison-events/first/retry", 400, "request.parameter")]
    [InlineData("DELETE", "projections/rebuilds", 405, "request.method")]
    public async Task what_is_not_there_is_refused(string method, string path, int status, string code) =>
        (await chimera.Call(method, path, null)).Refuses(status, code);

    [Fact]
    public async Task whoever_asks_has_a_name_of_bearable_length() =>
        (await chimera.Post("projections/rebuild", null, ("X-Chimera-User", new string('x', 101)))).Refuses(400, "request.user");
}
