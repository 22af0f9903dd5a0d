using VoiceMed.Speech.Tests.Support;
using VoiceMed.Speech.Vosk;
using Xunit;

namespace VoiceMed.Speech.Tests.Vosk;

public sealed class VoskLibraryTests
{
    [Fact]
    public void Candidates_EverythingSet_AreTriedInTheDocumentedOrder()
    {
        using var folder = new TemporaryFolder();
        var program = Path.Combine(folder.Path, "app", "bin");
        string? Variable(string name) => name switch
        {
            VoskLibrary.PathVariable => folder.Path,
            "VOICEMED_HOME" => Path.Combine(folder.Path, "home"),
            _ => null,
        };

        var places = VoskLibrary.Candidates(Variable, program).ToArray();

        Assert.Equal(Path.Combine(folder.Path, VoskLibrary.FileName), places[0]);
        Assert.Equal(Path.Combine(program, VoskLibrary.FileName), places[1]);
        Assert.StartsWith(Path.Combine(folder.Path, "home", "node_modules", "vosk", "lib"), places[2], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(program, "node_modules"), places[3], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(folder.Path, "app", "node_modules"), places[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Find_InstalledInAFolderAbove_FindsIt()
    {
        using var folder = new TemporaryFolder();
        var expected = VoskLibrary.Candidates(static _ => null, folder.Path).ElementAt(1);
        folder.Write(Path.GetRelativePath(folder.Path, expected), [1]);

        Assert.Equal(expected, VoskLibrary.Find(static _ => null, Path.Combine(folder.Path, "a", "b")));
    }

    [Fact]
    public void Find_NotInstalled_GivesNull()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(VoskLibrary.Find(static _ => null, folder.Path));
    }
}
