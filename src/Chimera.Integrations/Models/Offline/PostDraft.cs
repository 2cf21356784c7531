using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Integrations.Models.Offline;

/// <summary>One post in the making: pieces of the persona around what the brief asks to say.</summary>
internal sealed class PostDraft(Voice voice, GeneratePostInput input, Dice dice)
{
    private const int Opener = 0, Trend = 1, Subject = 2, Message = 3, Saying = 4, SecondSaying = 5, Word = 6, Value = 7, Question = 8, Closer = 9, Emoji = 10;

    private readonly AvoidedPhrases _avoided = new(voice.Avoid, input.Avoid);
    private readonly PhraseFamily _family = Phrasebook.Load().FamilyOf([input.Tone ?? ""]) ?? voice.Family;

    public WrittenPost Write()
    {
        var tags = PostTags.Choose(input.Hashtags, voice, input.Topic, input.Platform, input.Limit(), _avoided, dice);
        var text = new Composition(input.Limit() - PostTags.LengthOf(tags), input.Platform == Platform.Instagram ? "\n\n" : " ");
        var message = input.KeyMessage is { } statement && _avoided.Permit(statement) ? Sentences.Ended(statement) : null;
        if (input.Context?.TrendAlert is { } trend) text.AddEssential(Trend, InTheNews(trend.Topic));
        if (Phrasebook.Load().IsHype(input.Tone)) Hype(text, message);
        else OwnVoice(text, message);
        return new(text.Text, tags, message is not null && text.Text.Contains(message.TrimEnd('.', '!'), StringComparison.Ordinal));
    }

    private void OwnVoice(Composition text, string? message)
    {
        text.AddEssential(Message, message);
        text.TryAddFirst(Subject, Filled(_family.Subject, "topic", [input.Topic]).Where(_avoided.Permit));
        if (text.Count == 0) text.AddEssential(Subject, Sentences.Ended(Sentences.Capitalised(input.Topic)));
        text.TryAddFirst(Opener, Filled(voice.Openers, "topic", [input.Topic]).Where(_avoided.Permit).Select(Voiced));
        if (voice.Habits.EndsWithQuestion) text.TryAddFirst(Question, dice.Shuffled(_avoided.Permitted(_family.Question)));
        text.TryAddFirst(Closer, Filled(voice.Closers, "topic", [input.Topic]).Where(_avoided.Permit).Select(Voiced));
        var sayings = Sayings();
        text.TryAddFirst(Saying, sayings);
        text.TryAddFirst(Word, Filled(_family.Word, "word", dice.Shuffled(voice.Vocabulary)).Where(_avoided.Permit));
        if (!_avoided.Emoji) text.TryAdd(Emoji, dice.Pick(voice.Emoji));
        if (text.Count < Fullness(5)) text.TryAddFirst(Value, Filled(_family.Value, "value", dice.Shuffled(voice.Values)).Where(_avoided.Permit));
        if (text.Count < Fullness(6)) text.TryAddFirst(SecondSaying, sayings.Where(saying => !text.Text.Contains(saying, StringComparison.Ordinal)));
        if (text.Count < Fullness(6)) text.TryAddFirst(Question, dice.Shuffled(_avoided.Permitted(_family.Question)));
    }

    private void Hype(Composition text, string? message)
    {
        var hype = Phrasebook.Load().Hype;
        text.AddEssential(Message, message is null ? null : Sentences.Exclaimed(message));
        text.AddEssential(Subject, Frame.Fill(dice.Pick(hype.Subject)!, "topic", input.Topic));
        text.TryAddFirst(Opener, dice.Shuffled(hype.Openers));
        text.TryAddFirst(Closer, dice.Shuffled(hype.Closers));
        text.TryAdd(Emoji, string.Concat(dice.Shuffled(hype.Emoji).Take(2)));
        text.TryAddFirst(Saying, Sayings().Select(Sentences.Exclaimed));
    }

    /// <summary>Half of the room at most is the world's.</summary>
    private string? InTheNews(string topic)
    {
        var told = Sentences.Fit(topic, input.Limit() / 2);
        return Filled(Phrasebook.Load().Trend, "topic", [told]).FirstOrDefault(_avoided.Permit);
    }

    // sayings that touch the subject first; among equals the dice decide
    private IReadOnlyList<string> Sayings()
    {
        var subject = Folding.ContentStems($"{input.Topic} {input.KeyMessage}").ToArray();
        var ranked = dice.Shuffled(voice.Sayings).OrderByDescending(saying => Math.Min(2, subject.Count(saying.Stems.Contains))).Select(saying => saying.Text);
        return _avoided.Permitted([.. ranked]);
    }

    private IEnumerable<string> Filled(IReadOnlyList<string> frames, string slot, IReadOnlyList<string> values) =>
        from value in values
        from frame in dice.Shuffled(frames)
        select Sentences.Ended(Frame.Fill(frame, slot, value));

    private string Voiced(string piece) => voice.LikesExclamations && !_avoided.Exclamations && piece.EndsWith('.') ? Sentences.Exclaimed(piece) : piece;

    private int Fullness(int pieces) => pieces + (input.Platform == Platform.Instagram ? 3 : 0) + (int)voice.Length;
}

/// <summary>A written post and what can be measured on it.</summary>
internal sealed record WrittenPost(string Text, IReadOnlyList<string> Tags, bool CarriesMessage)
{
    /// <summary>0 to 1, from length, hashtags, a question, the key message and a first person.</summary>
    public double Engagement(GeneratePostInput input)
    {
        var (low, high) = input.Platform switch { Platform.Twitter => (70, 280), Platform.Tiktok => (80, 320), _ => (120, 700) };
        var fits = Text.Length >= low && Text.Length <= high;
        var person = Folding.Plain(Text) is var plain &&
            (plain.Contains(" i ", StringComparison.Ordinal) || plain.Contains(" my ", StringComparison.Ordinal) ||
            plain.Contains(" we ", StringComparison.Ordinal));
        return Math.Round(0.25 + (fits ? 0.2 : 0) + (Tags.Count is >= 1 and <= 4 ? 0.15 : 0.05) + (Text.Contains('?') ? 0.15 : 0) +
            (CarriesMessage ? 0.1 : 0) + (person ? 0.1 : 0), 2);
    }

    /// <summary>0 to 1: how sure it is that the brief is served in the agent's field. Off its field with nothing given to say, a person should look.</summary>
    public double Confidence(GeneratePostInput input, Voice voice)
    {
        var known = voice.Knows(input.Topic);
        if (!known && !CarriesMessage) return 0.6;
        var material = new[] { voice.Openers.Count, voice.Closers.Count, voice.Vocabulary.Count, voice.Sayings.Count }.Count(count => count > 0);
        return Math.Round(0.75 + (known ? 0.06 : 0) + (CarriesMessage ? 0.05 : 0) + 0.01 * material +
            (Text.Length >= Math.Min(60, input.Limit() / 2) ? 0.04 : -0.04), 2);
    }
}
