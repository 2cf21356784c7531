using Chimera.McpServers.Social;

namespace Chimera.McpServers.Records;

/// <summary>A post as it was asked for, and how far it got.</summary>
/// <param name="IsNew">No earlier call has asked for it.</param>
/// <param name="Reference">What the platform calls it on its way, once that is known.</param>
internal sealed record PostRecord(string Key, string Handle, Draft Draft, DateTimeOffset BegunAt, bool IsNew, string? Reference, Published? Post);
