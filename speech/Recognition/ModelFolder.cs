namespace VoiceMed.Speech.Recognition;

/// <summary>The layout of a Vosk model folder, checked before libvosk sees it: some damage makes libvosk end the process.</summary>
internal static class ModelFolder
{
    private static readonly string[] Languages = ["ru", "en"];
    private static readonly string[] Common = ["am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/phones/word_boundary.int"];

    /// <summary>What keeps the folder from being a model; empty when nothing does.</summary>
    internal static IEnumerable<string> Problems(string directory)
    {
        if (!System.IO.Directory.Exists(directory))
        {
            return ["the folder does not exist"];
        }

        string[] graph = HasRuntimeGraph(directory) ? ["graph/HCLr.fst", "graph/Gr.fst"] : ["graph/HCLG.fst"];
        return Common.Concat(graph)
            .Where(file => !HoldsSomething(directory, file))
            .Select(static file => $"{file} is missing or empty");
    }

    /// <summary>Whether the graph is composed at run time, so that phrase lists work.</summary>
    internal static bool HasRuntimeGraph(string directory) => File.Exists(Path.Combine(directory, "graph", "HCLr.fst"));

    /// <summary>SHA-256 of the acoustic model, hexadecimal.</summary>
    internal static string AcousticModelHash(string directory)
    {
        using var stream = File.OpenRead(Path.Combine(directory, "am", "final.mdl"));
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream));
    }

    /// <summary>The language in the folder's name (<c>vosk-model-small-ru-0.22</c>, <c>vosk-model-en-us-0.22</c>), or null.</summary>
    internal static string? LanguageOf(string directory) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)).Split('-').FirstOrDefault(Languages.Contains);

    private static bool HoldsSomething(string directory, string file) =>
        new FileInfo(Path.Combine(directory, file)) is { Exists: true, Length: > 0 };
}
