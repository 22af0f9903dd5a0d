using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using VoiceMed.Speech.Vosk;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

public sealed class SpeechModelTests
{
    [Fact]
    public void Load_MissingFolder_SaysWhichAndWhatToDo()
    {
        var error = Assert.Throws<VoskException>(() => SpeechModel.Load("/nowhere/vosk-model-ru"));

        Assert.Equal("The speech model in '/nowhere/vosk-model-ru' cannot be used: the folder does not exist; run 'voicemed models check'.", error.Message);
    }

    [Fact]
    public void Load_FolderNameWithoutLanguage_AsksForIt() =>
        Assert.Contains("does not say its language", Assert.Throws<VoskException>(() => SpeechModel.Load("/nowhere/model")).Message, StringComparison.Ordinal);

    public static TheoryData<string, string> Damage()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in new[]
        {
            "am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/Gr.fst", "graph/HCLr.fst", "graph/words.txt",
            "graph/phones/word_boundary.int", "graph/disambig_tid.int",
        })
        {
            foreach (var how in new[] { "missing", "empty", "half", "garbage" })
            {
                data.Add(file, how);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Damage))]
    public void Load_DamagedFile_IsRefusedInsteadOfEndingTheProcess(string file, string how)
    {
        using var folder = new TemporaryFolder();
        var model = CopyModel(folder);
        var path = Path.Combine(model, file);
        var content = File.ReadAllBytes(path);
        switch (how)
        {
            case "missing":
                File.Delete(path);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "half":
                File.WriteAllBytes(path, content[..(content.Length / 2)]);
                break;
            default:
                new Random(1).NextBytes(content);
                File.WriteAllBytes(path, content);
                break;
        }

        var error = Assert.Throws<VoskException>(() => SpeechModel.Load(model));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WholeCopy_Works()
    {
        using var folder = new TemporaryFolder();
        using var model = SpeechModel.Load(CopyModel(folder));

        Assert.Equal("ru", model.Language);
        Assert.True(model.SupportsPhrases);
        Assert.Equal(["абракадабрище"], model.UnknownWords("Покажи абракадабрище!"));
    }

    // With the catalogue beside it, as the bundled models lie: it knows the hashes.
    private static string CopyModel(TemporaryFolder folder)
    {
        var source = Repository.Model("ru");
        var target = Path.Combine(folder.Path, Path.GetFileName(source));
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.Combine(Path.GetFileName(source), Path.GetRelativePath(source, file)), File.ReadAllBytes(file));
        }

        File.Copy(Path.Combine(Repository.Models, "models.json"), folder.File("models.json"));
        return target;
    }
}
