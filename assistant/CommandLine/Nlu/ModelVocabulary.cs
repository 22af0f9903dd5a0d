using VoiceMed.Speech.Models;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>The words the installed recognition model knows, from its <c>graph/words.txt</c>.</summary>
internal static class ModelVocabulary
{
    /// <summary>The words, or null when there is no model for the language or it does not list its words.</summary>
    public static IReadOnlySet<string>? Read(string language)
    {
        try
        {
            var file = Path.Combine(ModelCatalog.Load().Resolve(language), "graph", "words.txt");
            if (!File.Exists(file))
                return null;
            return File.ReadLines(file).Select(line => line[..Math.Max(0, line.IndexOf(' '))])
                .Where(word => word.Length > 0 && word[0] is not ('<' or '#' or '[' or '!')).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ModelException)
        {
            return null;
        }
    }
}
