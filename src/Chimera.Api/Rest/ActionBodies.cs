using System.ComponentModel;
using Chimera.Domain;

namespace Chimera.Api.Rest;

/// <summary>The body of an action that may say why it is wanted.</summary>
public sealed record WithReason
{
    private const int Longest = 1000;

    [Description("Why, for the record; at most 1,000 characters.")]
    public string? Reason { get; init; }

    internal string Or(string usual)
    {
        Rule.Require((Reason?.Length ?? 0) <= Longest, "request.reason", $"A reason has at most {Longest} characters.", "/reason");
        return string.IsNullOrWhiteSpace(Reason) ? usual : Reason;
    }
}

/// <summary>The body of an action that needs nothing: absent or <c>{}</c>.</summary>
public sealed record Nothing;
