using Chimera.Domain;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;
using Chimera.Handlers.Working;

namespace Chimera.Integrations.Models.Offline;

/// <summary>Answers comments by rule. It never repeats a comment's own words beyond one that the persona knows, and promises no facts.</summary>
public sealed class OfflineReplier(Voices voices, SafetyScanner scanner) : ITaskExecutor
{
    private const int Greeting = 0, Middle = 1, Saying = 2, Closer = 3;

    public TaskType Type => TaskType.ReplyComment;

    public Task<WorkProduct> ExecuteTask(TaskOrder order, CancellationToken cancellation)
    {
        var input = (ReplyCommentInput)TaskSchemas.ReadInput(Type, order.Task.InputData);
        var isUnkind = !scanner.Check(input.CommentText).Passed;
        var text = Write(input, voices.Of(order.Agent), isUnkind,
            new([order.Agent.Name, order.Agent.Soul.Text, input.CommentId, input.CommentText, input.Tone]));
        var prepared = new PreparedPost(input.Platform, text, [], [], input.CommentId, SafetyCheck: scanner.Check(text));
        return Task.FromResult(new WorkProduct(ChimeraJson.Write(prepared), OfflineWriter.Model, isUnkind ? 0.6 : 0.82, NeedsReview: isUnkind));
    }

    private static string Write(ReplyCommentInput input, Voice voice, bool isUnkind, Dice dice)
    {
        var (reply, avoided) = (Phrasebook.Load().Reply, new AvoidedPhrases(voice.Avoid, null));
        var text = new Composition(input.Limit(), " ");
        text.AddEssential(Greeting, Greet(dice.Pick(GreetingsFor(input, isUnkind, reply))!, input.Author));
        if (isUnkind) return text.Text;
        if (input.CommentText.Contains('?')) text.TryAdd(Middle, dice.Pick(reply.Answer));
        else if (KnownWord(input.CommentText, voice) is { } word && avoided.Permit(word))
            text.TryAdd(Middle, Frame.Fill(dice.Pick(reply.About)!, "word", word));
        text.TryAddFirst(Closer, dice.Shuffled(avoided.Permitted(voice.Closers.Where(closer => !closer.Contains('{')).ToArray()))
            .Select(closer => Sentences.Ended(closer)));
        text.TryAddFirst(Saying, SayingsOn(input.CommentText, voice).Where(avoided.Permit));
        return text.Text;
    }

    private static IReadOnlyList<string> GreetingsFor(ReplyCommentInput input, bool isUnkind, ReplyPhrases reply)
    {
        if (isUnkind) return reply.Unkind;
        if (input.CommentText.Contains('?')) return reply.Question;
        return Folding.ContentStems(input.CommentText).Any(stem => stem is "lov" or "great" or "thank" or "nic" or "beautiful" or "help" or "good")
            ? reply.Thanks : reply.Plain;
    }

    private static string Greet(string frame, string author) => frame.Replace("{author}", "@" + author.TrimStart('@'), StringComparison.Ordinal);

    private static string? KnownWord(string comment, Voice voice) =>
        Folding.Plain(comment).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => Words.IsContent(word) && voice.Interests.Contains(Words.Stem(word)));

    private static IEnumerable<string> SayingsOn(string comment, Voice voice)
    {
        var subject = Folding.ContentStems(comment).ToArray();
        return voice.Sayings.Where(saying => subject.Any(saying.Stems.Contains)).Select(saying => saying.Text);
    }
}
