using System.Text.Json;
using Chimera.Domain.Tasks;
using Chimera.Domain.Tasks.Schemas;

namespace Chimera.Domain.Tests.Tasks.Schemas;

public sealed class TaskSchemasSpecs
{
    private static readonly JsonElement Empty = JsonSpec.Json("{}");

    [Fact]
    public void an_unknown_type_has_no_schema()
    {
        Broken.By(() => TaskSchemas.ReadInput((TaskType)99, Empty), "task.type", "/type");
        Broken.By(() => TaskSchemas.ReadOutput((TaskType)99, Empty), "task.type", "/type");
    }

    [Fact]
    public void every_type_has_both_schemas() =>
        Assert.All(Enum.GetValues<TaskType>(), type =>
        {
            Broken.By(() => TaskSchemas.ReadInput(type, JsonSpec.Json("[]")), "task.input", "/input_data");
            Broken.By(() => TaskSchemas.ReadOutput(type, JsonSpec.Json("[]")), "result.output", "/output_data");
        });

    [Fact]
    public void the_pointer_starts_where_the_reader_says()
    {
        Broken.By(() => TaskSchemas.ReadInput(TaskType.GeneratePost, JsonSpec.Json("""{"topic":"","platform":"twitter"}"""), "/tasks/3/input_data"),
            "generate-post.topic", "/tasks/3/input_data/topic");
        Broken.By(() => TaskSchemas.ReadInput(TaskType.GeneratePost, JsonSpec.Json("""{"topic":"","platform":"twitter"}"""), ""), "generate-post.topic", "/topic");
        Broken.By(() => TaskSchemas.ReadInput(TaskType.GeneratePost, JsonSpec.Json("""{"topic":"x","platform":"y"}"""), ""), "task.input", "/platform");
    }
}
