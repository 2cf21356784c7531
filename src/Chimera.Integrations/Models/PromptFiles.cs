namespace Chimera.Integrations.Models;

/// <summary>Prompts, their schemas and the prices, as they are built into this assembly.</summary>
internal static class PromptFiles
{
    public static string Text(string name)
    {
        using var stream = typeof(PromptFiles).Assembly.GetManifestResourceStream($"models/{name}") ?? throw new FileNotFoundException($"There is no {name} in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
