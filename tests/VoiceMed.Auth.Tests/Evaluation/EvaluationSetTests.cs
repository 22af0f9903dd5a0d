using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Evaluation;

public sealed class EvaluationSetTests
{
    [Theory]
    [InlineData("model\tfile\n", "enrol.tsv:1: the header lacks the columns start, dur")]
    [InlineData("model\tfile\tstart\tdur\na\tb\t0\n", "enrol.tsv:2: 3 columns, the header has 4")]
    [InlineData("model\tfile\tstart\tdur\na\tb\tx\t1\n", "enrol.tsv:2: 'x' in column start is not a number of seconds")]
    [InlineData("model\tfile\tstart\tdur\na\tb\t0\t-1\n", "enrol.tsv:2: '-1' in column dur is not a number of seconds")]
    public void Open_BadList_NamesFileAndLine(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("enrol.tsv"), content);

        Assert.Contains(expected, Assert.Throws<EvaluationException>(() => EvaluationSet.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTrials_UnknownModel_NamesTheLine()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("enrol.tsv"), "model\tfile\tstart\tdur\na\tb\t0\t1\n");
        File.WriteAllText(folder.File("trials.tsv"), "condition\tmodel\tfile\tstart\tdur\tlabel\nc\tzz\tf\t0\t1\ttarget\n");

        var error = Assert.Throws<EvaluationException>(() => EvaluationSet.Open(folder.Path).ReadTrials());

        Assert.Contains("trials.tsv:2: the model 'zz' is not in enrol.tsv", error.Message, StringComparison.Ordinal);
    }
}
