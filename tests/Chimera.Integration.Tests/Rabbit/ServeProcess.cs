using System.Diagnostics;
using System.Text.Json;
using Chimera.Api.Hosting;
using Chimera.Integration.Tests.Hosting;

namespace Chimera.Integration.Tests.Rabbit;

/// <summary><c>chimera serve</c> with some of the roles, as a process that can be killed.</summary>
internal sealed class ServeProcess : IDisposable
{
    private readonly Process process;
    private readonly PostgresHome home = new();
    private readonly List<string> errors = [];

    private ServeProcess(string roles, string database, string broker, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "chimera.dll"), "serve", "--json"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["CHIMERA_HOME"] = home.Path, ["CHIMERA_PORT"] = $"{LoopbackPort.Free()}", ["CHIMERA_ROLES"] = roles, ["DATABASE_URL"] = database, ["RABBITMQ_URL"] = broker
            }
        };
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => { lock (errors) errors.Add(line.Data ?? ""); };
        process.BeginErrorReadLine();
    }

    public string Url { get; private set; } = "";

    public string Errors { get { lock (errors) return string.Join('\n', errors.TakeLast(20)); } }

    /// <param name="folder">Where the program is; by default the one that was built with the tests.</param>
    public static async Task<ServeProcess> Start(string roles, string database, string broker, string? folder = null)
    {
        var one = new ServeProcess(roles, database, broker, folder ?? AppContext.BaseDirectory);
        var document = "";
        while (!document.EndsWith('}')) document += await one.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException(one.Errors);
        one.Url = JsonElement.Parse(document).GetProperty("url").GetString()!;
        return one;
    }

    /// <summary>SIGKILL: nothing is given back that the system does not give back.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
        home.Dispose();
    }
}
