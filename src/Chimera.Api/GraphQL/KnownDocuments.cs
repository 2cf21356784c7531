using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Chimera.Api.GraphQL;

/// <summary>
/// Validates documents. Of one that was found valid before only the values are looked at; where they are plain scalars, without walking through the
/// whole document again as the library does. Whatever is not plain, or wrong, is left to the library.
/// </summary>
internal sealed class KnownDocuments(DocumentCache cache) : IDocumentValidator
{
    private readonly DocumentValidator library = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options)
    {
        if (cache.Find(options.Document) is not { IsPlain: true } known) return library.ValidateAsync(options);
        return Variables(known, options.Variables) is { } variables && Arguments(known, variables) is { } arguments
            ? Task.FromResult<IValidationResult>(new ValidationResult { Variables = variables, ArgumentValues = arguments })
            : library.ValidateAsync(options);
    }

    private static Variables? Variables(KnownDocument known, Inputs given)
    {
        var variables = new Variables();
        foreach (var (name, definition, type) in known.Variables)
        {
            var isGiven = given.TryGetValue(name, out var value);
            if (isGiven ? value is null || !type.CanParseValue(value) : definition.DefaultValue is null) return null;
            var parsed = isGiven ? type.ParseValue(value) : ExecutionHelper.CoerceValue(type, definition.DefaultValue).Value;
            variables.Add(new Variable(name, definition) { Value = parsed, IsDefault = !isGiven });
        }
        return variables;
    }

    private static Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>? Arguments(KnownDocument known, Variables variables)
    {
        var all = new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(known.Fields.Count);
        try
        {
            foreach (var (field, arguments) in known.Fields)
                if (ExecutionHelper.GetArguments(arguments, field.Arguments, variables, known.Document, field, null) is { } values) all[field] = values;
            return all;
        }
        catch (ExecutionError)
        {
            return null; // the library tells what is wrong, and where
        }
    }
}
