using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Enrolment;

[Collection(DemoWardGroup.Name)]
public sealed class EnrolmentSessionTests(DemoWard ward)
{
    private static readonly EnrolmentRequest Request = new() { Doctor = "new", ConsentedOn = new DateOnly(2026, 3, 1) };

    [Fact]
    public async Task Add_BadSound_SaysWhatIsWrong()
    {
        var good = await DemoWard.ClipAsync("ru/smirnova/enrol-8.wav");
        var session = new EnrolmentSession(ward.Model, []);

        Assert.Empty(session.Add(good).Problems);
        Assert.Contains(EnrolmentProblem.Repeated, session.Add(good).Problems);
        Assert.Contains(EnrolmentProblem.TooShort, session.Add(good[..8000]).Problems);
        Assert.Contains(EnrolmentProblem.TooQuiet, session.Add([.. good.Select(s => (short)(s / 150))]).Problems);
        Assert.Contains(EnrolmentProblem.Clipped, session.Add([.. good.Select(s => (short)Math.Clamp(s * 40, -32768, 32767))]).Problems);
        var noise = Noise.White(good.Length, 1500);
        Assert.Contains(EnrolmentProblem.TooNoisy, session.Add([.. good.Select((s, i) => (short)Math.Clamp(s + noise[i], -32768, 32767))]).Problems);
        Assert.Contains(EnrolmentProblem.TooShort, session.Add(new short[48000]).Problems);
    }

    [Fact]
    public async Task Complete_OnePhraseOfSomebodyElse_IsNamedInconsistent()
    {
        var session = new EnrolmentSession(ward.Model, []);
        for (var i = 1; i <= 7; i++)
        {
            session.Add(await DemoWard.ClipAsync($"en/carter/enrol-{i}.wav"));
        }

        session.Add(await DemoWard.ClipAsync("en/bennett/enrol-8.wav"));
        var result = session.Complete(Request, TimeProvider.System);

        Assert.Equal([EnrolmentProblem.Inconsistent], session.Phrases[7].Problems);
        Assert.All(session.Phrases.Take(7), phrase => Assert.Empty(phrase.Problems));
        Assert.NotNull(result.Voiceprint);
    }

    [Fact]
    public async Task Complete_PhraseWithASecondVoice_IsNamed()
    {
        var session = new EnrolmentSession(ward.Model, []);
        for (var i = 1; i <= 7; i++)
        {
            session.Add(await DemoWard.ClipAsync($"en/carter/enrol-{i}.wav"));
        }

        session.Add([.. await DemoWard.ClipAsync("en/carter/enrol-8.wav"), .. await DemoWard.ClipAsync("en/bennett/enrol-4.wav")]);
        session.Complete(Request, TimeProvider.System);

        Assert.NotEmpty(session.Phrases[7].Problems.Intersect([EnrolmentProblem.SecondVoice, EnrolmentProblem.Inconsistent]));
    }

    [Fact]
    public async Task Complete_VoiceEnrolledUnderAnotherName_IsRefused()
    {
        var session = new EnrolmentSession(ward.Model, [.. ward.Voiceprints.Where(v => v.Doctor == "carter")]);
        foreach (var clip in DemoWard.Commands("en", "carter"))
        {
            session.Add(await DemoWard.ClipAsync(clip));
        }

        var result = session.Complete(Request, TimeProvider.System);

        Assert.Null(result.Voiceprint);
        Assert.Equal([EnrolmentProblem.EnrolledAsOther], result.Problems);
    }

    [Fact]
    public async Task Complete_TooFewPhrases_CanGoOn()
    {
        var session = new EnrolmentSession(ward.Model, []);
        session.Add(await DemoWard.ClipAsync("en/carter/enrol-1.wav"));
        var early = session.Complete(Request, TimeProvider.System);
        for (var i = 2; i <= 8; i++)
        {
            session.Add(await DemoWard.ClipAsync($"en/carter/enrol-{i}.wav"));
        }

        Assert.Equal([EnrolmentProblem.TooFewPhrases, EnrolmentProblem.TooLittleSpeech], early.Problems);
        Assert.NotNull(session.Complete(Request, TimeProvider.System).Voiceprint);
    }

    [Fact]
    public void Of_EveryProblem_HasWordsInBothLanguages() => Assert.All(Enum.GetValues<EnrolmentProblem>(), problem =>
    {
        Assert.Matches("[а-я]", EnrolmentTexts.Of(problem, "ru"));
        Assert.Matches("[a-z]", EnrolmentTexts.Of(problem, "en"));
    });

    [Theory]
    [InlineData("smirnova", true)]
    [InlineData("иванова-2", true)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    public void IsDoctorId_Text_IsJudged(string text, bool expected) => Assert.Equal(expected, EnrolmentRequest.IsDoctorId(text));
}
