using System.Text.Json;
using Spectre.Console;

namespace Chimera.Api.Cli;

/// <summary>Answers go to standard output, as a table or as one JSON document; everything said on the way goes to standard error.</summary>
internal sealed class Printer(TextWriter output, TextWriter errors, bool json)
{
    private const int WidthOfFiles = 240;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Json => json;

    /// <summary>A console on standard error, for what changes while one watches.</summary>
    public IAnsiConsole Progress => Console(errors);

    public void Note(string text) => errors.WriteLine(text);

    public void Line(string text) => output.WriteLine(text);

    public void Document(object document) => output.WriteLine(JsonSerializer.Serialize(document, Indented));

    /// <summary>In JSON the document; otherwise the sentence.</summary>
    public void Answer(JsonElement document, string sentence)
    {
        if (json) Document(document);
        else Line(sentence);
    }

    public void List(Resource resource, IReadOnlyList<JsonElement> items)
    {
        if (json) Document(new { items });
        else if (items.Count == 0) Note("Nothing found.");
        else Table(resource, items);
    }

    public void Record(JsonElement item)
    {
        if (json) Document(item);
        else Fields(item);
    }

    private void Table(Resource resource, IReadOnlyList<JsonElement> items)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in resource.Columns) table.AddColumn(new TableColumn(new Text(column.Split('.')[^1])) { NoWrap = column == resource.IdField });
        foreach (var item in items) table.AddRow(resource.Columns.Select(column => new Text(Resource.Cell(item, column))));
        Console(output).Write(table);
    }

    private void Fields(JsonElement item)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var field in item.EnumerateObject()) grid.AddRow(new Text(field.Name, Color.Grey), new Text(Shown(field.Value)));
        Console(output).Write(grid);
    }

    private static string Shown(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? JsonSerializer.Serialize(value, Indented) : value.ValueKind == JsonValueKind.Null ? "" : value.ToString();

    private static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = WidthOfFiles;
        return console;
    }
}
