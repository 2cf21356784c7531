using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Chimera.Api.Rest;

namespace Chimera.Api.GraphQL;

/// <summary>Documents that are known by the SHA-256 of their text: those of this assembly, and those in a folder of the operator's.</summary>
internal sealed partial class PersistedDocuments
{
    private const string Prefix = "sha256:";

    private readonly Dictionary<string, string> documents;
    private readonly bool only;

    /// <param name="only">Refuses all others.</param>
    public PersistedDocuments(string? folder, bool only)
    {
        this.only = only;
        documents = Embedded().Concat(folder is null ? [] : Directory.GetFiles(folder, "*.graphql").Select(File.ReadAllText)).DistinctBy(IdOf).ToDictionary(IdOf);
    }

    public static PersistedDocuments FromEnvironment() => new(
        Environment.GetEnvironmentVariable("CHIMERA_DOCUMENTS") is { Length: > 0 } folder ? folder : null,
        Environment.GetEnvironmentVariable("CHIMERA_GRAPHQL_ONLY_PERSISTED") == "true");

    public static string IdOf(string text) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string Find(string id)
    {
        if (!Form().IsMatch(id)) throw new RefusedRequestException(400, Failures.DocumentId, "A documentId is sha256: and 64 digits of hex.");
        return documents.TryGetValue(id, out var text) ? text : throw new RefusedRequestException(400, Failures.DocumentUnknown, "There is no document of this id.");
    }

    public void RequireAllowed(string text)
    {
        if (only && !documents.ContainsKey(IdOf(text))) throw new RefusedRequestException(400, Failures.DocumentOnly, "Only persisted documents are executed here.");
    }

    private static IEnumerable<string> Embedded()
    {
        var assembly = typeof(PersistedDocuments).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".graphql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex Form();
}
