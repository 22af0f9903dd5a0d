using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Challenge;

/// <summary>With the demo voices: all of them were recorded saying 4 7 1 9.</summary>
[Collection(DemoWardGroup.Name)]
public sealed class DigitChallengeTests(DemoWard ward)
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private readonly ReplayDetector _replays = new(ward.Voiceprints.SelectMany(v => v.Fingerprints));

    [Theory]
    [InlineData("ru", "smirnova", "четыре семь один девять")]
    [InlineData("ru", "kuznetsov", "четыре семь один девять")]
    [InlineData("en", "carter", "four seven one nine")]
    [InlineData("en", "bennett", "Four, seven. one nine")]
    public async Task Answer_RightDigitsRightVoice_Passes(string language, string doctor, string text)
    {
        var answer = await AnswerAsync(doctor, "4719", text, language, $"{language}/{doctor}/09-challenge.wav");

        Assert.Equal(ChallengeOutcome.Passed, answer);
    }

    [Fact]
    public async Task Answer_SameClipAgain_IsAReplay()
    {
        Assert.Equal(ChallengeOutcome.Passed, await AnswerAsync("smirnova", "4719", "четыре семь один девять", "ru", "ru/smirnova/09-challenge.wav"));
        Assert.Equal(ChallengeOutcome.Replay, await AnswerAsync("smirnova", "4719", "четыре семь один девять", "ru", "ru/smirnova/09-challenge.wav"));
    }

    [Fact]
    public async Task Answer_EnrolmentClip_IsAReplay() =>
        Assert.Equal(ChallengeOutcome.Replay, await AnswerAsync("smirnova", "01234", "ноль один два три четыре", "ru", "ru/smirnova/enrol-1.wav"));

    [Fact]
    public async Task Answer_WrongDigitsRightVoice_IsRefused() =>
        Assert.Equal(ChallengeOutcome.WrongDigits, await AnswerAsync("smirnova", "4718", "четыре семь один девять", "ru", "ru/smirnova/09-challenge.wav"));

    [Theory]
    [InlineData("ru", "smirnova", "visitor/06-challenge.wav", "четыре семь один девять")]
    [InlineData("ru", "kuznetsov", "visitor/06-challenge.wav", "четыре семь один девять")]
    [InlineData("ru", "smirnova", "kuznetsov/09-challenge.wav", "четыре семь один девять")]
    [InlineData("en", "carter", "visitor/06-challenge.wav", "four seven one nine")]
    [InlineData("en", "bennett", "visitor/06-challenge.wav", "four seven one nine")]
    [InlineData("en", "carter", "bennett/09-challenge.wav", "four seven one nine")]
    public async Task Answer_RightDigitsWrongVoice_IsRefused(string language, string doctor, string clip, string text) =>
        Assert.Equal(ChallengeOutcome.WrongVoice, await AnswerAsync(doctor, "4719", text, language, $"{language}/{clip}"));

    [Fact]
    public async Task Answer_AfterTheTimeLimit_IsTooLate()
    {
        var rule = new ChallengeRule();
        var outcome = await AnswerAsync(
            "smirnova", "4719", "четыре семь один девять", "ru", "ru/smirnova/09-challenge.wav", Start + rule.TimeLimit + TimeSpan.FromTicks(1));

        Assert.Equal(ChallengeOutcome.TooLate, outcome);
    }

    [Fact]
    public async Task Answer_SecondTime_IsRefusedWhateverItIs()
    {
        var clip = await DemoWard.ClipAsync("ru/smirnova/09-challenge.wav");
        var challenge = DigitChallenge.WithDigits("smirnova", new ChallengeRule(), Start, "4719");
        challenge.Answer("один", "ru", new SpeakerEvidence(), Start);

        var outcome = challenge.Answer("четыре семь один девять", "ru", ward.Identifier.Score(clip), Start);

        Assert.Equal(ChallengeOutcome.AlreadyAnswered, outcome);
    }

    [Fact]
    public void Create_ManyTimes_DigitsAreRandomAndNeverRepeatThemselves()
    {
        var drawn = Enumerable.Range(0, 300).Select(_ => new DigitChallenge("a", new ChallengeRule { Digits = 6 }, Start).Digits).ToArray();

        Assert.True(drawn.Distinct().Count() > 290);
        Assert.All(drawn, digits => Assert.Matches("^[0-9]{6}$", digits));
        Assert.All(drawn, digits => Assert.DoesNotMatch(@"(\d)\1", digits));
        Assert.Equal(10, drawn.SelectMany(d => d).Distinct().Count());
    }

    private async Task<ChallengeOutcome> AnswerAsync(
        string doctor, string digits, string text, string language, string clip, DateTimeOffset? at = null)
    {
        var samples = await DemoWard.ClipAsync(clip);
        var evidence = ward.Identifier.Score(samples);
        evidence = _replays.HeardBefore(samples) ? evidence with { SpoofSigns = evidence.SpoofSigns | SpoofSigns.Replay } : evidence;
        return DigitChallenge.WithDigits(doctor, new ChallengeRule(), Start, digits).Answer(text, language, evidence, at ?? Start);
    }
}
