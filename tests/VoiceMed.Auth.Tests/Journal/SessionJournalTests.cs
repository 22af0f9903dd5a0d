using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Journal;

public sealed class SessionJournalTests : IDisposable
{
    private static readonly SessionEvent Refusal = new()
    {
        At = DateTimeOffset.UnixEpoch,
        Kind = SessionEventKind.Decision,
        Doctor = "smirnova",
        Intent = "visits.list",
        Sensitivity = "normal",
        Result = "Refuse",
        Reason = "OtherVoice",
        Detail = "utterance -3.00 (needed 1.00)",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_AfterAppend_GivesTheEvents()
    {
        var journal = new SessionJournal(_folder.Path);
        var name = SessionJournal.NewSession(DateTimeOffset.UnixEpoch);
        journal.Append(name, Refusal);
        journal.Append(name, Refusal with { Kind = SessionEventKind.Closed });

        Assert.Equal([Refusal, Refusal with { Kind = SessionEventKind.Closed }], journal.Read(name));
        Assert.Equal([name], journal.Sessions());
    }

    [Fact]
    public void Read_LastLineCut_GivesTheOthers()
    {
        var journal = new SessionJournal(_folder.Path);
        journal.Append("s", Refusal);
        File.AppendAllText(_folder.File("s.jsonl"), "{\"at\":\"20");

        Assert.Single(journal.Read("s"));
    }

    [Theory]
    [InlineData("../s")]
    [InlineData("")]
    [InlineData("a/b")]
    public void Append_NameThatLeavesTheFolder_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new SessionJournal(_folder.Path).Append(name, Refusal));

    [Theory]
    [InlineData("ru", "не похоже на голос", "нужно 1.00")]
    [InlineData("en", "does not sound like", "needed 1.00")]
    public void Explain_Refusal_SaysWhyInWords(string language, string expected, string compared)
    {
        var text = SessionExplainer.Explain(Refusal, language);

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains(compared, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_InRussian_LeavesNoEnglishWords()
    {
        var heard = new SessionEvent
        {
            At = DateTimeOffset.UnixEpoch,
            Kind = SessionEventKind.Utterance,
            Doctor = "врач",
            LogLikelihoodRatio = Math.Log(3),
            VoicedSeconds = 2,
            SpoofSigns = "SecondVoice, Channel",
        };

        Assert.Contains("в 3 раза вероятнее", SessionExplainer.Explain(heard, "ru"), StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z]", SessionExplainer.Explain(heard, "ru"));
    }
}
