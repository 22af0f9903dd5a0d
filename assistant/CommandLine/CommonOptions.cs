using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine;

/// <summary>The options that mean the same in every command, so that they read the same in every <c>--help</c>.</summary>
internal static class CommonOptions
{
    /// <summary><c>--config</c>: the configuration file.</summary>
    public static Option<string?> Config() =>
        new("--config") { Description = "The configuration file. Default: voicemed.yaml here, if there is one.", HelpName = "FILE" };

    /// <summary><c>--data</c>: the data folder.</summary>
    public static Option<string?> Data() =>
        new("--data") { Description = "The data folder. Default: the configuration's, else VOICEMED_DATA, else .voicemed.", HelpName = "DIR" };

    /// <summary><c>--json</c>: output for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "One JSON object a line on standard output, nothing else there." };

    /// <summary><c>--lang</c>: ru or en.</summary>
    /// <param name="description">What the language decides, and what happens without it.</param>
    public static Option<string?> Language(string description)
    {
        var option = new Option<string?>("--lang") { Description = description, HelpName = "ru|en" };
        option.AcceptOnlyFromAmong("ru", "en");
        return option;
    }

    /// <summary><c>--lang</c> where one language is always needed.</summary>
    /// <param name="description">What the language decides.</param>
    /// <param name="otherwise">The language without the option.</param>
    public static Option<string> Language(string description, string otherwise)
    {
        var option = new Option<string>("--lang") { Description = description, HelpName = "ru|en", DefaultValueFactory = _ => otherwise };
        option.AcceptOnlyFromAmong("ru", "en");
        return option;
    }
}
