using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chimera.Api.GraphQL.Reading;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace Chimera.Api.GraphQL.Transport;

/// <summary>Requests and answers as JSON.</summary>
internal sealed class Json(IErrorInfoProvider errors) : GraphQLSerializer(Configure, errors)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public void Write(IBufferWriter<byte> to, ExecutionResult result)
    {
        using var writer = new Utf8JsonWriter(to, Writing);
        JsonSerializer.Serialize(writer, result, SerializerOptions);
    }

    public byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, SerializerOptions);

    private static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // what goes out is JSON, never part of a page
        options.Converters.Add(new WrittenConverter());
    }
}
