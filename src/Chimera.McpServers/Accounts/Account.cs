using Chimera.McpServers.Calls;
using Chimera.McpServers.Hosting;
using static Chimera.Domain.Rule;

namespace Chimera.McpServers.Accounts;

/// <summary>An account on a platform for which the settings hold credentials.</summary>
internal interface IAccount
{
    /// <summary>Without <c>@</c>, whether or not the settings have one.</summary>
    string Handle { get; }
}

/// <summary>The accounts of a platform. Nobody ever posts under another's name: without credentials for the caller's handle there is no post.</summary>
internal sealed class AccountBook<TAccount>(string platform, IReadOnlyList<TAccount> accounts) where TAccount : class, IAccount
{
    public static AccountBook<TAccount> Of(Variables variables, string platform, string name)
    {
        var accounts = variables.List<TAccount>(name);
        var twice = accounts.GroupBy(account => account.Handle, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? new(platform, accounts) : throw new StartException($"setting.accounts: {name} names {twice.Key} twice.");
    }

    public IReadOnlyList<TAccount> All => accounts;

    /// <summary>That of the caller's handle; for a caller that is no agent, the only one there is.</summary>
    public TAccount For(Caller caller)
    {
        if (caller.Handle is { } handle) return Named(handle);
        if (caller.IsAgent) throw new ToolErrorException(ToolErrors.AuthFailed, $"The agent has no account on {platform}.");
        Require(accounts.Count == 1, ToolErrors.InvalidArguments, "There are several accounts: say which.", Caller.PointerTo(Caller.HandleField));
        return accounts[0];
    }

    public TAccount Named(string handle) => accounts.FirstOrDefault(account => account.Handle.Equals(handle.TrimStart('@'), StringComparison.OrdinalIgnoreCase))
        ?? throw new ToolErrorException(ToolErrors.AuthFailed, $"There are no {platform} credentials for the account {Web.Reply.Short(handle)}.");
}
