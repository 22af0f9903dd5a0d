using System.Diagnostics;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Synthesis;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Synthesis;

public sealed class EspeakSynthesizerTests
{
    [SkippableTheory]
    [InlineData("ru", "Давление сто двадцать на восемьдесят. Пульс семьдесят два.", 2)]
    [InlineData("en", "Blood pressure one hundred twenty over eighty.", 1)]
    [InlineData("en", "", 0)]
    [InlineData("en", "-v en --help", 1)]
    public async Task SynthesizeAsync_Text_GivesOneClipASentence(string language, string text, int clips)
    {
        var spoken = await SpeakAsync(Installed(), text, language);

        Assert.Equal(clips, spoken.Count);
        Assert.All(spoken, static clip =>
        {
            Assert.InRange(clip.Duration.TotalSeconds, 0.3, 8);
            Assert.True(clip.Samples.Max() > 2_000, "silent");
        });
    }

    [SkippableFact]
    public async Task SynthesizeAsync_FasterAndQuieter_IsShorterAndQuieter()
    {
        var synthesizer = Installed();
        const string Text = "The patient has three visits this year.";

        var normal = Assert.Single(await SpeakAsync(synthesizer, Text, "en"));
        var changed = Assert.Single(await SpeakAsync(synthesizer, Text, "en", new SynthesisOptions { Rate = 2, Volume = 0.3 }));

        Assert.True(changed.Duration < normal.Duration * 0.7);
        Assert.True(changed.Samples.Max() < normal.Samples.Max() * 0.6);
    }

    [SkippableFact]
    public async Task SynthesizeAsync_LongText_GivesTheFirstSentenceLongBeforeTheLast()
    {
        var synthesizer = Installed();
        var text = string.Join(' ', Enumerable.Repeat("Посещение кардиолога в центральной больнице.", 30));
        var clock = Stopwatch.StartNew();
        var times = new List<TimeSpan>();
        await foreach (var clip in synthesizer.SynthesizeAsync(text, "ru"))
        {
            Assert.NotEmpty(clip.Samples);
            times.Add(clock.Elapsed);
        }

        Assert.Equal(30, times.Count);
        Assert.True(times[0] < times[^1] / 3, $"first after {times[0]}, last after {times[^1]}");
    }

    [SkippableFact]
    public async Task SynthesizeAsync_VoiceByName_IsTakenWhenItExistsAndRefusedWhenNot()
    {
        var synthesizer = Installed();

        var error = await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync(synthesizer, "text", "en", new SynthesisOptions { Voice = "no-such-voice" }));

        Assert.Contains("no voice 'no-such-voice'", error.Message, StringComparison.Ordinal);
        Assert.Single(await SpeakAsync(synthesizer, "text", "en", new SynthesisOptions { Voice = "en-us+f3" }));
    }

    [Fact]
    public async Task SynthesizeAsync_NotInstalled_SaysHowToInstall()
    {
        var synthesizer = new EspeakSynthesizer("espeak-ng-that-is-not-there");

        var error = await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync(synthesizer, "text", "en"));

        Assert.False(synthesizer.IsInstalled);
        Assert.Contains("apt install espeak-ng", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task SynthesizeAsync_LanguageWithoutVoice_SaysSo() => Assert.Contains(
        "no voice for the language 'fr'",
        (await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync(Installed(), "texte", "fr"))).Message,
        StringComparison.Ordinal);

    private static EspeakSynthesizer Installed()
    {
        var synthesizer = new EspeakSynthesizer();
        Skip.IfNot(synthesizer.IsInstalled, "espeak-ng is not installed");
        return synthesizer;
    }

    private static async Task<IReadOnlyList<AudioClip>> SpeakAsync(EspeakSynthesizer synthesizer, string text, string language, SynthesisOptions? options = null)
    {
        var clips = new List<AudioClip>();
        await foreach (var clip in synthesizer.SynthesizeAsync(text, language, options))
        {
            clips.Add(clip);
        }

        return clips;
    }
}
