using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Assistant;

/// <summary>Options that the assistant's own commands share.</summary>
internal static class AssistantOptions
{
    public static Option<string?> Config() => new("--config") { Description = "The configuration file. Default: voicemed.yaml here, if there is one.", HelpName = "FILE" };

    public static Option<bool> Json() => new("--json") { Description = "One JSON object a line on standard output, nothing else there." };

    public static Option<string?> Language(string description)
    {
        var option = new Option<string?>("--lang") { Description = description, HelpName = "ru|en" };
        option.AcceptOnlyFromAmong("ru", "en");
        return option;
    }
}
