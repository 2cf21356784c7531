using System.Globalization;

namespace Chimera.Api.Hosting;

/// <summary>Whom the server runs as: ourselves, or an unprivileged user when we are root, because Postgres refuses root.</summary>
public sealed class ClusterOwner
{
    private readonly (int User, int Group)? _unprivileged;

    private ClusterOwner((int User, int Group)? unprivileged) => _unprivileged = unprivileged;

    public static ClusterOwner Current() => new(Environment.IsPrivilegedProcess
        ? Account("postgres") ?? Account("nobody") ?? throw new EmbeddedPostgresException("Postgres refuses to run as root, and there is no user 'postgres' or 'nobody'.")
        : null);

    public async Task<Execution> Run(string program, string[] arguments, string input = "", CancellationToken ct = default)
    {
        if (_unprivileged is not var (user, group)) return await Execution.Of(program, arguments, input, ct);
        try
        {
            return await Execution.Of("setpriv", [$"--reuid={user}", $"--regid={group}", "--clear-groups", "--", program, .. arguments], input, ct);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new EmbeddedPostgresException("Postgres refuses to run as root, and 'setpriv' is missing: install util-linux.", missing);
        }
    }

    /// <summary>Whether the server's user can enter the folder, or run the file.</summary>
    public async Task<bool> Reaches(string path, CancellationToken ct) =>
        _unprivileged is null || (await Run("test", ["-x", path], ct: ct)).Succeeded;

    public async Task Own(string path, CancellationToken ct)
    {
        if (_unprivileged is not var (user, group)) return;
        var chown = await Execution.Of("chown", ["-Rh", $"{user}:{group}", path], ct: ct);
        if (!chown.Succeeded) throw new EmbeddedPostgresException($"{path} could not be given to the server's user.", chown.Output);
    }

    private static (int User, int Group)? Account(string name) => File.ReadLines("/etc/passwd")
        .Select(line => line.Split(':'))
        .Where(fields => fields.Length > 3 && fields[0] == name)
        .Select(fields => ((int, int)?)(int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture)))
        .FirstOrDefault();
}
