using Chimera.Domain;

namespace Chimera.Api.Hosting;

internal static class SettingRules
{
    /// <summary>Reads a setting; a rule that it breaks is told as that of a setting, without a stack trace.</summary>
    public static T Keep<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RuleViolationException broken)
        {
            throw new HostSettingException(broken.Code, broken.Pointer is { Length: > 0 } at ? $"{at}: {broken.Message}" : broken.Message);
        }
    }
}
