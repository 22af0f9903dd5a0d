using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Authorising;

public sealed class EnglishChallengeTests(EnglishWard enrolled) : IClassFixture<EnglishWard>, IDisposable
{
    private const string Digits = "four seven one nine";

    private readonly Ward _ward = new(enrolled);

    public void Dispose() => _ward.Dispose();

    [Theory]
    [InlineData("carter", "en/carter/09-challenge.wav", "4719", "challenge.passed")]
    [InlineData("bennett", "en/bennett/09-challenge.wav", "4719", "challenge.passed")]
    [InlineData("carter", "en/carter/09-challenge.wav", "4718", "challenge.digits")]
    [InlineData("bennett", "en/bennett/09-challenge.wav", "4791", "challenge.digits")]
    [InlineData("carter", "en/bennett/09-challenge.wav", "4719", "challenge.voice")]
    [InlineData("bennett", "en/carter/09-challenge.wav", "4719", "challenge.voice")]
    [InlineData("carter", "en/visitor/06-challenge.wav", "4719", "challenge.voice")]
    [InlineData("bennett", "en/visitor/06-challenge.wav", "4719", "challenge.voice")]
    [InlineData("carter", "en/carter/enrol-1.wav", "4719", "challenge.replay")]
    public async Task Answer_EnglishChallenge_OnlyTheRightVoiceWithTheRightDigitsInANewSoundPasses(string doctor, string clip, string digits, string reason)
    {
        var gate = _ward.Gate(digits: digits);
        var decision = await AnswerAsync(gate, doctor, clip);

        Assert.Equal(reason, decision.Reason);
        Assert.Equal(reason == "challenge.passed" ? GateVerdict.Allow : GateVerdict.Refuse, decision.Verdict);
        Assert.False(gate.IsChallenged);
    }

    [Fact]
    public async Task Answer_TheSameClipInTheNextSessionAtTheScreen_IsAReplay()
    {
        var first = await AnswerAsync(_ward.Gate("bed-1", "4719"), "carter", "en/carter/09-challenge.wav");
        var again = await AnswerAsync(_ward.Gate("bed-1", "4719"), "carter", "en/carter/09-challenge.wav");

        Assert.Equal("challenge.passed", first.Reason);
        Assert.Equal((GateVerdict.Refuse, "challenge.replay"), (again.Verdict, again.Reason));
    }

    private static async Task<GateDecision> AnswerAsync(VoiceGate gate, string doctor, string clip)
    {
        gate.Observe(await Ward.HeardAsync($"en/{doctor}/01-visits.wav", language: "en"));
        Assert.NotNull(gate.Challenge().Digits);
        var answer = await Ward.HeardAsync(clip, Digits, "en");
        gate.Observe(answer);
        return gate.Answer(answer);
    }
}
