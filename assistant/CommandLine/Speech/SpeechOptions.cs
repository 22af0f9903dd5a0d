using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>The options that the speech commands share.</summary>
internal static class SpeechOptions
{
    public static Option<string?> Language() => CommonOptions.Language("ru or en; without it both are tried.");

    public static Option<string?> Model() =>
        new("--model") { Description = "A model folder, or the name of an installed model; it decides the language." };

    public static Option<string?> Phrases() =>
        new("--phrases") { Description = "A text file of expected phrases, one a line, UTF-8." };
}
