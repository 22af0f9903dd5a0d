using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary>Options several commands of this group share.</summary>
internal static class AuthOptions
{
    public static Argument<string> EvaluationFolder() =>
        new("DIR") { Description = "Folder with enrol.tsv, trials.tsv, sessions.tsv and the recordings." };

    public static Argument<string[]> Recordings() =>
        new("FILE") { Description = "Recordings.", Arity = ArgumentArity.OneOrMore };
}
