using System.Text.Json;
using Chimera.Domain.Agents;
using Chimera.Domain.Campaigns;
using Chimera.Domain.Hitl;
using Chimera.Domain.Policies;
using Chimera.Domain.Results;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests;

public sealed class ChimeraJsonSpecs
{
    private const string Error = """{"error_type":"RATE_LIMIT","error_message":"429","stack_trace":"at X"}""";

    [Fact]
    public void names_are_snake_case() => JsonSpec.Of<TaskError>(Error).ThenRoundTrips();

    [Fact]
    public void what_is_null_is_not_written() =>
        Assert.Equal("""{"error_type":"A","error_message":"b"}""", ChimeraJson.Write(new TaskError("A", "b")).GetRawText());

    [Fact]
    public void an_unknown_field_from_outside_is_named() =>
        JsonSpec.Of<TaskError>(Error).With("/colour", "1").ThenBreaks("json.misfit", "/colour");

    [Fact]
    public void a_field_in_another_case_is_unknown() =>
        JsonSpec.Of<TaskError>(Error).With("/Error_Type", "\"A\"").ThenBreaks("json.misfit", "/Error_Type");

    [Fact]
    public void a_missing_field_is_an_error_of_its_object() => JsonSpec.Of<TaskError>(Error).Without("/error_message").ThenBreaks("json.misfit", "");

    [Fact]
    public void a_null_where_none_is_allowed_is_named() =>
        JsonSpec.Of<TaskError>(Error).With("/error_message", "null").ThenBreaks("json.misfit", "/error_message");

    [Fact]
    public void nothing_at_all_is_refused() =>
        Broken.By(() => ChimeraJson.Read<TaskError>(JsonSpec.Json("null"), "json.misfit", "/error"), "json.misfit", "/error");

    [Theory, InlineData("[]"), InlineData("\"A\""), InlineData("1"), InlineData("true")]
    public void an_object_is_nothing_else(string json) =>
        Broken.By(() => ChimeraJson.Read<TaskError>(JsonSpec.Json(json), "json.misfit", "/error"), "json.misfit", "/error");

    [Fact]
    public void a_number_is_not_a_text_and_a_text_not_a_number()
    {
        JsonSpec.Of<TaskError>(Error).With("/error_type", "5").ThenBreaks("json.misfit", "/error_type");
        JsonSpec.Of<ImageMetadata>("""{"width":"5","height":5,"file_size_bytes":5,"format":"png"}""").ThenBreaks("json.misfit", "/width");
    }

    [Fact]
    public void a_field_given_twice_is_refused() =>
        Assert.Throws<RuleViolationException>(
            () => ChimeraJson.Read<TaskError>(JsonSpec.Json("""{"error_type":"A","error_type":"B","error_message":"c"}"""), "json.misfit"));

    [Fact]
    public void half_a_surrogate_pair_is_no_text() =>
        Broken.By(() => ChimeraJson.Read<TaskError>(JsonSpec.Json("""{"error_type":"\ud800","error_message":"c"}"""), "json.misfit"), "json.misfit", "/error_type");

    [Fact]
    public void fields_of_later_versions_are_passed_over_in_what_was_stored() =>
        Assert.Equal(new TaskError("A", "b"), JsonSpec.Json("""{"error_type":"A","error_message":"b","since_v9":1}""").Deserialize<TaskError>(ChimeraJson.Stored));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("$", "")]
    [InlineData("$.content", "/content")]
    [InlineData("$.content.media_urls[1]", "/content/media_urls/1")]
    [InlineData("$[0][2].x", "/0/2/x")]
    public void a_path_becomes_a_pointer(string? path, string pointer) => Assert.Equal(pointer, ChimeraJson.Pointer(path));

    [Theory]
    [InlineData("""{"error_type":"A"}""", "Required fields are missing: 'error_message'.")]
    [InlineData("""{"error_type":"A","error_message":"b","colour":1}""", "This field is not known here: colour")]
    [InlineData("""{"error_type":1,"error_message":"b"}""", "The value is not one that this field takes.")]
    public void the_message_is_a_sentence_without_type_names(string json, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleViolationException>(() => ChimeraJson.Read<TaskError>(JsonSpec.Json(json), "json.misfit")).Message);

    [Fact]
    public void every_enum_value_reads_back_from_its_word_and_from_nothing_else()
    {
        Reads<AgentStatus>();
        Reads<CampaignStatus>();
        Reads<Decision>();
        Reads<HitlDecision>();
        Reads<HitlStatus>();
        Reads<ResultStage>();
        Reads<ResultStatus>();
        Reads<ErrorHandling>();
        Reads<PublicTaskStatus>();
        Reads<TaskStage>();
        Reads<TaskType>();
        Reads<Platform>();
        Reads<MediaType>();
        Reads<VideoQuality>();
        Reads<ImageQuality>();
        Reads<ImageStyle>();
        Reads<RenderStyle>();
        Reads<Sentiment>();
        Reads<TokenType>();
        Reads<TransactionStatus>();
        Reads<TransactionType>();
        Reads<VideoType>();
    }

    [Fact]
    public void a_value_without_a_word_is_never_written() => Assert.Throws<JsonException>(() => ChimeraJson.Write((Platform)7));

    [Fact]
    public void words_name_the_fields_of_a_table_by_enum()
    {
        var counts = new Dictionary<VideoQuality, int> { [VideoQuality.P2160] = 2 };
        Assert.Equal("""{"4k":2}""", ChimeraJson.Write(counts).GetRawText());
        Assert.Equal(counts, ChimeraJson.Read<Dictionary<VideoQuality, int>>(JsonSpec.Json("""{"4k":2}"""), "json.misfit"));
    }

    private static void Reads<TEnum>() where TEnum : struct, Enum =>
        Assert.All(Enum.GetValues<TEnum>(), value =>
        {
            var word = ChimeraJson.NameOf(value);
            Assert.Equal(value, Read<TEnum>(word));
            foreach (var other in new[] { word + " ", $"{word},{word}", value + "x", "", Flipped(word) })
                Broken.By(() => Read<TEnum>(other), "json.misfit", "");
            Broken.By(() => ChimeraJson.Read<TEnum>(ChimeraJson.Write(Convert.ToInt32(value, null)), "json.misfit"), "json.misfit", "");
        });

    private static TEnum Read<TEnum>(string word) => ChimeraJson.Read<TEnum>(ChimeraJson.Write(word), "json.misfit");

    private static string Flipped(string word) =>
        string.Concat(word.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));
}
