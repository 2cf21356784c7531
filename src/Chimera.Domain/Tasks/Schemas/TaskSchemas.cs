using System.Text.Json;

namespace Chimera.Domain.Tasks.Schemas;

/// <summary>Reads and checks the input and output of every task type.</summary>
public static class TaskSchemas
{
    /// <summary>The typed input of a task; a misfit is rule <c>task.input</c> or the type's own rule, with a JSON pointer below <paramref name="at"/>.</summary>
    public static TaskInput ReadInput(TaskType type, JsonElement json, string at = "/input_data")
    {
        TaskInput input = type switch
        {
            TaskType.GeneratePost => Shape<GeneratePostInput>(json, at),
            TaskType.GenerateImage => Shape<GenerateImageInput>(json, at),
            TaskType.GenerateVideo => Shape<GenerateVideoInput>(json, at),
            TaskType.PostContent => Shape<PostContentInput>(json, at),
            TaskType.ReplyComment => Shape<ReplyCommentInput>(json, at),
            TaskType.ExecuteTransaction => Shape<ExecuteTransactionInput>(json, at),
            TaskType.AnalyzeTrend => Shape<AnalyzeTrendInput>(json, at),
            _ => throw new RuleViolationException("task.type", "The task type is unknown.", "/type")
        };
        Below(at, input.Validate);
        return input;
    }

    /// <summary>The typed output of a task; a misfit is rule <c>result.output</c> or the type's own rule.</summary>
    public static TaskOutput ReadOutput(TaskType type, JsonElement json, string at = "/output_data")
    {
        const string rule = "result.output";
        TaskOutput output = type switch
        {
            TaskType.GeneratePost => ChimeraJson.Read<GeneratePostOutput>(json, rule, at),
            TaskType.GenerateImage => ChimeraJson.Read<GenerateImageOutput>(json, rule, at),
            TaskType.GenerateVideo => ChimeraJson.Read<GenerateVideoOutput>(json, rule, at),
            TaskType.PostContent => ChimeraJson.Read<PostContentOutput>(json, rule, at),
            TaskType.ReplyComment => ChimeraJson.Read<ReplyCommentOutput>(json, rule, at),
            TaskType.ExecuteTransaction => ChimeraJson.Read<ExecuteTransactionOutput>(json, rule, at),
            TaskType.AnalyzeTrend => ChimeraJson.Read<AnalyzeTrendOutput>(json, rule, at),
            _ => throw new RuleViolationException("task.type", "The task type is unknown.", "/type")
        };
        Below(at, output.Validate);
        return output;
    }

    /// <summary>What a worker delivers: the output itself, or for work with an effect what it will send .</summary>
    public static TaskOutput? ReadPrepared(TaskType type, JsonElement json, string at = "/output_data")
    {
        if (!type.HasEffect()) return ReadOutput(type, json, at);
        if (type == TaskType.ExecuteTransaction)
        {
            ReadInput(type, json, at);
            return null;
        }
        var prepared = ChimeraJson.Read<PreparedPost>(json, "result.output", at);
        Below(at, prepared.Validate);
        return prepared;
    }

    private static T Shape<T>(JsonElement json, string at) => ChimeraJson.Read<T>(json, "task.input", at);

    private static void Below(string at, Action validate)
    {
        try
        {
            validate();
        }
        catch (RuleViolationException broken) when (at.Length > 0)
        {
            throw new RuleViolationException(broken.Code, broken.Message, at + broken.Pointer);
        }
    }
}
