namespace Chimera.Integration.Tests;

/// <summary>Where the checkout is that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Chimera.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
