using CsCheck;

namespace Chimera.Domain.Tests;

public sealed class DerivedIdSpecs
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Theory]
    [InlineData("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")]
    [InlineData("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")]
    public void a_known_name_has_its_known_id(string name, string id) => Assert.Equal(new Guid(id), DerivedId.Of(Dns, name));

    [Fact]
    public void an_id_says_that_it_is_of_version_5() =>
        Gen.Select(Gen.Guid, Gen.String).Sample((scope, name) => scope.Version is 7 or 8 || DerivedId.Of(scope, name) is { Version: 5, Variant: >= 8 and <= 11 });

    [Fact]
    public void an_id_derived_from_one_that_carries_its_time_carries_the_same() =>
        Gen.Select(Gen.DateTime[DateTime.UnixEpoch, DateTime.UnixEpoch.AddYears(200)], Gen.String).Sample((time, name) =>
        {
            var scope = Guid.CreateVersion7(new DateTimeOffset(time, TimeSpan.Zero));
            var derived = DerivedId.Of(scope, name);
            var again = DerivedId.Of(derived, name);
            return derived is { Version: 8, Variant: >= 8 and <= 11 } && again != derived && new[] { derived, again }.All(id => $"{id}"[..13] == $"{scope}"[..13]);
        });

    [Fact]
    public void the_same_name_in_the_same_scope_has_the_same_id() =>
        Gen.Select(Gen.Guid, Gen.String).Sample((scope, name) => DerivedId.Of(scope, name) == DerivedId.Of(scope, name));

    [Fact]
    public void what_is_derived_from_one_id_is_told_apart()
    {
        var id = Guid.NewGuid();
        Guid[] derived =
        [
            DerivedId.OfResult(id, 0), DerivedId.OfResult(id, 1), DerivedId.OfModifiedResult(id), DerivedId.OfHitlItem(id), DerivedId.OfTransaction(id), id
        ];
        Assert.Equal(derived.Length, derived.Distinct().Count());
    }

    [Fact]
    public void two_tasks_have_different_results() => Assert.NotEqual(DerivedId.OfResult(Guid.NewGuid(), 0), DerivedId.OfResult(Guid.NewGuid(), 0));
}
