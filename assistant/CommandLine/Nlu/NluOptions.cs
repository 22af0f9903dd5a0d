using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>The options that the commands around intents share.</summary>
internal static class NluOptions
{
    public static Option<string?> Language() =>
        CommonOptions.Language("ru or en; without it the letters decide, or both are taken.");

    public static Option<string[]> Packs() => new("--pack")
    {
        Description = "A pack folder, taken beside the clinical pack; may be repeated. Default: those of voicemed.yaml.",
        AllowMultipleArgumentsPerToken = false,
    };
}
