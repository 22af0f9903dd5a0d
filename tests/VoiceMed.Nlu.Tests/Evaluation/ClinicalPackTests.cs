using VoiceMed.Nlu.Checking;
using VoiceMed.Nlu.Evaluation;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Evaluation;

[Collection(SharedClinicalPack.Name)]
public sealed class ClinicalPackTests(ClinicalPack pack)
{
    [Fact]
    public void Load_NoErrors() => Assert.Empty(pack.Store.Errors);

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Tests_OfThePack_Pass(string language)
    {
        var run = PackTester.Run(pack.Intents, language);

        Assert.Empty(run.Failures);
        Assert.True(run.Utterances > 500 && run.Dialogues > 0);
    }

    [Theory]
    [InlineData("ru", "paraphrases-ru.tsv")]
    [InlineData("en", "paraphrases-en.tsv")]
    [InlineData("ru", "../data/paraphrases-ru.tsv")]
    [InlineData("en", "../data/paraphrases-en.tsv")]
    [InlineData("ru", "bedside-ru.tsv")]
    [InlineData("en", "bedside-en.tsv")]
    public void Paraphrases_WrittenApartFromThePack_AreUnderstood(string language, string file)
    {
        var report = PackEvaluator.Evaluate(pack.Intents, LabelledFile.Read(ClinicalPack.TestFile(file)), language);

        var wrong = string.Join('\n', report.Errors.Select(e => $"{e.Text}: {e.Expected}, got {e.Got}"));
        Assert.True(report.InScopeAccuracy >= 0.95, $"in scope {report.InScopeAccuracy:P1}\n{wrong}");
        Assert.True(report.OosRecall >= 0.90, $"out of scope {report.OosRecall:P1}\n{wrong}");
        Assert.True(report.FalseRejection <= 0.05, $"false rejection {report.FalseRejection:P1}\n{wrong}");
    }

    [Fact]
    public void Read_WrongFiles_SayWhereAndWhat()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "");
            Assert.Contains(":1:", Assert.Throws<FormatException>(() => LabelledFile.Read(file)).Message, StringComparison.Ordinal);
            File.WriteAllText(file, "a\tb\nc\td");
            Assert.Contains("header", Assert.Throws<FormatException>(() => LabelledFile.Read(file)).Message, StringComparison.Ordinal);
            File.WriteAllText(file, "text\tintent\nonly one");
            Assert.Contains(":2:", Assert.Throws<FormatException>(() => LabelledFile.Read(file)).Message, StringComparison.Ordinal);
            File.WriteAllText(file, "text\tintent\tslots\na\tb\t{x");
            Assert.Contains("not JSON", Assert.Throws<FormatException>(() => LabelledFile.Read(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
