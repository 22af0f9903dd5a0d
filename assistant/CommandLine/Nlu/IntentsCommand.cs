using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents</c>: the integrator's tools.</summary>
internal static class IntentsCommand
{
    public static Command Create(Terminal terminal) => new("intents", "The integrator's tools: check, test and try intent packs.")
    {
        CheckCommand.Create(terminal),
        TestCommand.Create(terminal),
        TryCommand.Create(terminal),
        SampleCommand.Create(terminal),
        CoverageCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        DiffCommand.Create(terminal),
        NewCommand.Create(terminal),
        WordsCommand.Create(terminal),
        RehearseCommand.Create(terminal),
    };
}
