using System.CommandLine;
using System.Text.Json;
using Chimera.Domain;
using Chimera.Domain.Hitl;

namespace Chimera.Api.Cli;

/// <summary><c>chimera hitl …</c>: the items that wait for a human.</summary>
internal static class HitlVerbs
{
    private static readonly Option<string> Reviewer = new("--reviewer")
    {
        Description = "Who decides.", HelpName = "name", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("USER") is { Length: > 0 } user ? user : "operator"
    };

    private static readonly Option<string> Feedback = new("--feedback") { Description = "A word to the agent: after a rejection it is written by.", HelpName = "text" };

    public static Verb All() => new Verb("hitl", "The items that wait for a human: approve, reject or modify them.").With(
        Resource.Hitl.List("Lists items, the most urgent first.", "hitl list --status pending", Filter.Campaign(), Filter.OneOf<HitlStatus>("--status", "status")),
        Resource.Hitl.Show("Shows an item with all that is needed to decide on it."),
        Decision("approve", "Lets the result pass as it is.", "hitl approve 3f6c0b1e --reviewer ada"),
        Decision("reject", "Refuses the result; the planner may try otherwise.", "hitl reject 3f6c0b1e --feedback \"no promises, please\""),
        Modify());

    private static Verb Decision(string decision, string description, string example)
    {
        var id = ResourceVerbs.Id(Resource.Hitl);
        return new Verb(decision, description, example).With(id, Reviewer, Feedback).Does(async (call, cancellation) =>
        {
            await call.Act(Resource.Hitl, call.Required(id), "decide", Body(call, decision, null), cancellation);
            return ExitCode.Ok;
        });
    }

    private static Verb Modify()
    {
        var id = ResourceVerbs.Id(Resource.Hitl);
        var text = new Option<string>("--text") { Description = "The words that replace the agent's.", HelpName = "text" };
        var output = new Option<string>("--output") { Description = "A JSON file with the whole output that replaces the agent's.", HelpName = "file" };
        var verb = new Verb("modify", "Replaces the result by your own, which is checked again for safety and budget.",
            "hitl modify 3f6c0b1e --text \"Open for orders from today.\"", "hitl modify 3f6c0b1e --output output.json --reviewer ada").With(id, text, output, Reviewer, Feedback);
        verb.Validators.Add(given =>
        {
            if (given.GetResult(text) is null == given.GetResult(output) is null) given.AddError("Give either --text or --output.");
        });
        return verb.Does(async (call, cancellation) =>
        {
            var item = await Resource.Hitl.Identify(call.Host, call.Required(id), cancellation);
            object modified = call.Value(output) is { } file ? Read(file) : await WithText(call, item, call.Value(text)!, cancellation);
            await call.Act(Resource.Hitl, item, "decide", Body(call, "modify", modified), cancellation);
            return ExitCode.Ok;
        });
    }

    private static async Task<object> WithText(Call call, string item, string text, CancellationToken cancellation) =>
        ModifiedOutput.WithText(await call.Host.Get($"hitl/{item}", cancellation), text) ?? throw new UsageException("This result has no text: give the whole output with --output.");

    private static object Body(Call call, string decision, object? modifiedOutput) =>
        new { decision, reviewer = call.Required(Reviewer), feedback = call.Value(Feedback), modified_output = modifiedOutput };

    private static JsonElement Read(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllText(file));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"{file}: {(unusable is JsonException misfit ? ChimeraJson.Sentence(misfit) : unusable.Message)}");
        }
    }
}
