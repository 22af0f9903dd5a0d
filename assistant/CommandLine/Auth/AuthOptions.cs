using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary>Options several commands of this group share.</summary>
internal static class AuthOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object a line." };

    public static Option<string?> Model() =>
        new("--speaker-model") { Description = "Folder of the speaker model. Default: the one that comes with VoiceMed." };

    public static Argument<string> EvaluationFolder() =>
        new("DIR") { Description = "Folder with enrol.tsv, trials.tsv, sessions.tsv and the recordings." };

    public static Argument<string[]> Recordings() =>
        new("FILE") { Description = "Recordings.", Arity = ArgumentArity.OneOrMore };
}
