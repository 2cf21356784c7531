using Chimera.Domain.Models;
using Microsoft.Extensions.AI;

namespace Chimera.Integrations.Models;

/// <summary>A question as it goes back and forth: each answer that does not fit is followed by what is wrong with it.</summary>
internal sealed class Talk(Prompt prompt, string request)
{
    private readonly List<ChatMessage> messages = [new(ChatRole.System, prompt.Instructions), new(ChatRole.User, request)];

    public string Request => request;
    public IReadOnlyList<ChatMessage> Messages => messages;
    public int Tries { get; private set; }
    public decimal CostUsd { get; private set; }
    public int Tokens { get; private set; }
    public string? LastMisfit { get; private set; }

    public void Add(ModelAnswer answer)
    {
        Tries++;
        CostUsd += answer.Usage.CostUsd;
        Tokens += answer.Usage.InputTokens + answer.Usage.OutputTokens;
        LastMisfit = answer.Misfit;
        if (answer.Misfit is null) return;
        messages.Add(new(ChatRole.Assistant, answer.Output.Length > 0 ? answer.Output : "(nothing)")); // providers refuse an empty turn
        messages.Add(new(ChatRole.User, $"That answer cannot be used. {answer.Misfit}\nAnswer again, with the whole JSON object and nothing else."));
    }
}
