using System.Runtime.CompilerServices;
using VoiceMed.Nlu.Packs;
using Xunit;

namespace VoiceMed.Nlu.Tests.TestData;

/// <summary>The pack that comes with VoiceMed, loaded once for all tests that share the fixture.</summary>
public sealed class ClinicalPack : IDisposable
{
    public PackStore Store { get; } = PackStore.Load(Folder(), new PackOptions());

    public IntentSet Intents => Store.Current;

    public void Dispose() => Store.Dispose();

    public static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "nlu", "packs", "clinical"));

    public static string TestFile(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "Evaluation", name));
}
