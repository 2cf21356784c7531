using Chimera.Domain.Tasks;

namespace Chimera.Api.Cli;

/// <summary><c>chimera task …</c></summary>
internal static class TaskVerbs
{
    public static Verb All() => new Verb("task", "The tasks: single pieces of an agent's work.").With(
        Resource.Tasks.List("Lists tasks.", "task list --campaign 019b3c52 --status failed --type post_content",
            Filter.Campaign(), Filter.Agent(), Filter.OneOf<PublicTaskStatus>("--status", "status"), Filter.OneOf<TaskType>("--type", "type")),
        Resource.Tasks.Show("Shows a task with its input, its result and, if it failed, the reason."),
        Resource.Tasks.Act("retry", "Tries a failed task again."),
        Resource.Tasks.Act("cancel", "Ends a task that is not finished.", reasoned: true));
}
