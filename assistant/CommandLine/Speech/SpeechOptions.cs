using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>The options that the speech commands share.</summary>
internal static class SpeechOptions
{
    public static Option<string?> Language()
    {
        var option = new Option<string?>("--lang") { Description = "ru or en; without it both are tried." };
        option.AcceptOnlyFromAmong("ru", "en");
        return option;
    }

    public static Option<string?> Model() =>
        new("--model") { Description = "A model folder, or the name of an installed model; it decides the language." };

    public static Option<string?> Phrases() =>
        new("--phrases") { Description = "A text file of expected phrases, one a line, UTF-8." };

    public static Option<bool> Json() =>
        new("--json") { Description = "One JSON object a line on standard output." };
}
