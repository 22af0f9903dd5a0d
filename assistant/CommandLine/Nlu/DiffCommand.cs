using System.CommandLine;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents diff</c>: what a changed pack would change.</summary>
internal static class DiffCommand
{
    private const string Description = """
        Prints what changes between two states of a pack folder: intents added, removed and changed.

        Example:
          voicemed intents diff packs/clinical-before packs/clinical
        """;

    public static Command Create(Terminal terminal)
    {
        var before = new Argument<string>("BEFORE") { Description = "A pack folder." };
        var after = new Argument<string>("AFTER") { Description = "The same pack, changed." };
        var json = CommonOptions.Json();
        var command = new Command("diff", Description) { before, after, json };
        command.SetAction(parsed =>
        {
            using var old = PackOpener.OpenAlone(parsed.GetRequiredValue(before));
            using var changed = PackOpener.OpenAlone(parsed.GetRequiredValue(after));
            foreach (var error in changed.Errors)
                terminal.Message(error.ToString());
            var diff = PackDiff.Between(old, changed);
            if (parsed.GetValue(json))
            {
                terminal.ResultJson(diff);
                return ExitCode.Done;
            }

            foreach (var intent in diff.Added)
                terminal.Result("+ " + intent);
            foreach (var intent in diff.Removed)
                terminal.Result("- " + intent);
            foreach (var intent in diff.Changed)
                terminal.Result("~ " + intent);
            terminal.Message(diff.ToString());
            return ExitCode.Done;
        });
        return command;
    }
}
