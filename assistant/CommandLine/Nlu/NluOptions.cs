using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>The options that the commands around intents share.</summary>
internal static class NluOptions
{
    public static Option<string?> Language()
    {
        var option = new Option<string?>("--lang") { Description = "ru or en; without it the letters decide, or both are taken." };
        option.AcceptOnlyFromAmong("ru", "en");
        return option;
    }

    public static Option<string[]> Packs() => new("--pack")
    {
        Description = "A pack folder; may be repeated. Default: the clinical pack and those of voicemed.yaml.",
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string?> Config() => new("--config") { Description = "The configuration file; default voicemed.yaml where there is one." };

    public static Option<bool> Json() => new("--json") { Description = "One JSON object a line on standard output." };
}
