using Chimera.Api.GraphQL;
using Chimera.Api.Rest;
using Chimera.Integration.Tests.Rest;

namespace Chimera.Integration.Tests.GraphQL;

public sealed class PersistedDocumentTests(ChimeraFixture chimera)
{
    [Fact]
    public async Task a_document_is_known_by_the_hash_of_its_text()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Chimera.Api/GraphQL/Documents/Dashboard.graphql"), TestContext.Current.CancellationToken);
        var id = PersistedDocuments.IdOf(text);

        Assert.Equal(["counts", "queueDepths", "projectionState", "campaigns"], (await chimera.Send(new { documentId = id })).Good().Data.EnumerateObject().Select(field => field.Name));
        new GraphQLAnswer(await chimera.Get($"/graphql?documentId={id}")).Good();
    }

    [Theory, InlineData("graphql.document-unknown", "sha256:00000000000000000000000000000000000000000000000000000000000000ff"), InlineData("graphql.document-id", "sha256:ff"), InlineData("graphql.document-id", "md5:00")]
    public async Task an_id_that_nobody_knows_is_refused(string code, string id)
    {
        var answer = await chimera.Send(new { documentId = id });

        Assert.Equal((400, code), (answer.Http.Status, answer.Code));
    }

    [Fact]
    public void a_folder_of_the_operators_adds_documents_and_others_can_be_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "mine.graphql"), "{ __typename }");
        var documents = new PersistedDocuments(folder.FullName, only: true);

        Assert.Equal("{ __typename }", documents.Find(PersistedDocuments.IdOf("{ __typename }")));
        documents.RequireAllowed("{ __typename }");
        Assert.Equal("graphql.document-only", Assert.Throws<RefusedRequestException>(() => documents.RequireAllowed("{ agents { nodes { id } } }")).Code);
        folder.Delete(recursive: true);
    }
}
