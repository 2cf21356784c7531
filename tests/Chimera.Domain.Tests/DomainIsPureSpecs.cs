using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Transactions;

namespace Chimera.Domain.Tests;

public sealed class DomainIsPureSpecs
{
    private static readonly Assembly Domain = typeof(AgentTask).Assembly;

    private static readonly Type[] Events =
    [
        .. from type in Domain.GetTypes()
           where !type.IsAbstract && Families.Any(family => type.IsSubclassOf(family))
           select type
    ];

    private static Type[] Families =>
    [
        typeof(AgentEvent), typeof(WalletClaimEvent), typeof(CampaignEvent), typeof(TaskEvent), typeof(ResultEvent), typeof(HitlEvent), typeof(TransactionEvent)
    ];

    [Fact]
    public void the_domain_references_nothing_but_the_base_library() =>
        Assert.All(Domain.GetReferencedAssemblies(), assembly => Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("DateTime", "get_UtcNow"), InlineData("DateTime", "get_Now"), InlineData("DateTime", "get_Today")]
    [InlineData("DateTimeOffset", "get_UtcNow"), InlineData("DateTimeOffset", "get_Now"), InlineData("TimeProvider", "get_System")]
    [InlineData("Stopwatch", "GetTimestamp"), InlineData("Environment", "get_TickCount64")]
    [InlineData("Guid", "NewGuid"), InlineData("Guid", "CreateVersion7"), InlineData("Random", "get_Shared"), InlineData("Random", ".ctor")]
    [InlineData("RandomNumberGenerator", "GetBytes"), InlineData("Environment", "GetEnvironmentVariable"), InlineData("File", "ReadAllText")]
    [InlineData("Task", "Delay"), InlineData("Thread", "Sleep")]
    public void the_domain_knows_no_clock_no_chance_and_no_environment(string type, string member) => Assert.DoesNotContain((type, member), Calls());

    [Fact]
    public void event_names_are_unique_since_streams_are_stored_by_them() => Assert.Equal(Events.Length, Events.Select(type => type.Name).Distinct().Count());

    [Fact]
    public void an_event_cannot_be_changed() =>
        Assert.All(Events, type =>
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.All(type.GetProperties().Where(property => property.SetMethod is not null), property =>
                Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
        });

    [Fact]
    public void every_family_of_events_has_members() => Assert.All(Families, family => Assert.Contains(Events, type => type.IsSubclassOf(family)));

    // What the compiled domain refers to, whichever way its source is written.
    private static HashSet<(string, string)> Calls()
    {
        using var file = new PEReader(File.OpenRead(Domain.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
               let member = metadata.GetMemberReference(handle)
               where member.Parent.Kind == HandleKind.TypeReference
               let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
               select (metadata.GetString(type.Name), metadata.GetString(member.Name))
        ];
    }
}
