using System.Security.Cryptography;
using System.Text;
using Chimera.Projections.Tables;

namespace Chimera.Projections.Tests;

/// <summary>A host replaces tables of an earlier version only: who changes a description has to raise it.</summary>
public sealed class TableSetSpecs
{
    [Fact]
    public void a_changed_description_is_a_new_version() =>
        Assert.Equal((3, "6a2a1badd5c8ea19"), (TableSet.Current.Version, Fingerprint()));

    [Fact]
    public void parents_come_before_the_tables_that_refer_to_them()
    {
        var seen = new HashSet<string>();
        foreach (var table in TableSet.Current.Tables)
        {
            Assert.All(table.ForeignKeys(), key => Assert.Contains(key.Parent, seen));
            seen.Add(table.Name);
        }
    }

    private static string Fingerprint()
    {
        var declarations = TableSet.Current.Tables.SelectMany(table => table.AddIndexes("s").Prepend(table.Create("s")).Concat(table.ForeignKeys().Select(key => key.Add("s"))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', declarations))))[..16];
    }
}
