using VoiceMed.Nlu.Packs;
using Xunit;

namespace VoiceMed.Nlu.Tests.TestData;

/// <summary>The pack that comes with VoiceMed, loaded once for all tests that share the fixture.</summary>
public sealed class ClinicalPack : IDisposable
{
    public PackStore Store { get; } = PackStore.Load(Folder(), new PackOptions());

    public IntentSet Intents => Store.Current;

    public void Dispose() => Store.Dispose();

    public static string Folder() => Path.Combine(Root(), "nlu", "packs", "clinical");

    public static string TestFile(string name) => Path.GetFullPath(Path.Combine(Root(), "tests", "VoiceMed.Nlu.Tests", "Evaluation", name));

    /// <summary>The words the bundled recognition model knows.</summary>
    public static IReadOnlySet<string> ModelWords(string language) =>
        File.ReadLines(Path.Combine(Root(), "models", $"vosk-voicemed-small-{language}-0.1", "graph", "words.txt")).Select(line => line.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

    // Source paths are no guide: a deterministic build rewrites them.
    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "VoiceMed.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException($"no VoiceMed.sln above {AppContext.BaseDirectory}");
    }
}
