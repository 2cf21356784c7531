using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Chimera.Api.Cli;

/// <summary>What can be done with every kind of thing: list, show, and one action on one of them.</summary>
internal static class ResourceVerbs
{
    private const int MostItems = 100_000;

    public static Verb List(this Resource resource, string description, string example, params Filter[] filters)
    {
        var limit = Limit(MostItems);
        return new Verb("list", description, $"{Group(resource)} list", example).With([.. filters.Select(filter => filter.Option), limit]).Does(async (call, cancellation) =>
        {
            var query = new List<(string, string?)>();
            foreach (var filter in filters) query.Add(await filter.Read(call, cancellation));
            call.Printer.List(resource, await call.Host.List(resource.Path, query, call.Value(limit), cancellation));
            return ExitCode.Ok;
        });
    }

    public static Verb Show(this Resource resource, string description)
    {
        var id = Id(resource);
        return new Verb("show", description, $"{Group(resource)} show 019b3c52", $"{Group(resource)} show 019b3c52 --json").With(id).Does(async (call, cancellation) =>
        {
            call.Printer.Record(await call.Host.Get($"{resource.Path}/{await resource.Identify(call.Host, call.Required(id), cancellation)}", cancellation));
            return ExitCode.Ok;
        });
    }

    /// <summary>A verb that posts to <c>…/{id}/{action}</c>.</summary>
    public static Verb Act(this Resource resource, string action, string description, bool reasoned = false)
    {
        var id = Id(resource);
        var reason = new Option<string>("--reason") { Description = "Why; it is kept with the event.", HelpName = "text" };
        var example = $"{Group(resource)} {action} 019b3c52" + (reasoned ? " --reason \"as agreed\"" : "");
        return new Verb(action, description, example).With(reasoned ? [id, reason] : [id]).Does(async (call, cancellation) =>
        {
            object body = reasoned && call.Value(reason) is { } why ? new { reason = why } : new { };
            await call.Act(resource, call.Required(id), action, body, cancellation);
            return ExitCode.Ok;
        });
    }

    /// <summary>Posts the action and tells how the thing stands after it.</summary>
    public static async Task Act(this Call call, Resource resource, string given, string action, object body, CancellationToken cancellation)
    {
        var path = $"{resource.Path}/{await resource.Identify(call.Host, given, cancellation)}";
        var answer = await call.Host.Post($"{path}/{action}", body, cancellation);
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty(resource.IdField, out _)) answer = await call.Host.Get(path, cancellation);
        call.Printer.Answer(answer, $"{resource.Noun} {Resource.Cell(answer, resource.IdField)}: {Resource.Cell(answer, "status")}");
    }

    public static Option<int> Limit(int largest)
    {
        var limit = new Option<int>("--limit") { Description = "How many at most.", DefaultValueFactory = _ => 50, HelpName = "number" };
        limit.Validators.Add(given =>
        {
            if (!int.TryParse(given.Tokens.SingleOrDefault()?.Value ?? "1", CultureInfo.InvariantCulture, out var most) || most < 1 || most > largest)
                given.AddError($"--limit is 1 to {largest}.");
        });
        return limit;
    }

    public static Argument<string> Id(Resource resource) =>
        new("id") { Description = $"The {resource.Noun}'s id, or enough of its beginning to be unique." };

    private static string Group(Resource resource) => resource == Resource.Hitl ? "hitl" : resource.Noun;
}
