using System.Text.Json;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.Assistant.Tests.CommandLine;

public sealed class TranscribeCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-transcribe-").FullName;

    [Theory]
    [InlineData("ru/smirnova/01-visits.wav", "ru", "ассистент покажи последние посещения этого пациента")]
    [InlineData("en/carter/09-challenge.wav", "en", "four seven one nine")]
    public async Task Transcribe_LanguageNotNamed_FindsItAndPrintsEveryField(string clip, string language, string text)
    {
        var run = await CommandLineRun.Of("transcribe", "--json", DemoHouse.Clip(clip));

        Assert.True(run.ExitCode == ExitCode.Done, run.Messages);
        var line = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(text, line.GetProperty("text").GetString());
        Assert.Equal(text, line.GetProperty("free").GetString());
        Assert.Equal(language, line.GetProperty("language").GetString());
        Assert.Equal(text.Split(' '), line.GetProperty("words").EnumerateArray().Select(static word => word.GetProperty("word").GetString()));
        Assert.All(line.GetProperty("words").EnumerateArray(), word =>
            Assert.InRange(word.GetProperty("end").GetDouble(), word.GetProperty("start").GetDouble(), line.GetProperty("seconds").GetDouble()));
        Assert.InRange(line.GetProperty("confidence").GetDouble(), 0.8, 1);
        Assert.True(line.GetProperty("realTimeFactor").GetDouble() > 0);
        Assert.NotEmpty(line.GetProperty("agreement").GetString()!);
        Assert.DoesNotContain("\\u", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcribe_PhraseFile_AgreesWithThePhraseAndReportsUnknownWords()
    {
        var phrases = Path.Combine(folder, "phrases.txt");
        await File.WriteAllLinesAsync(phrases, ["Open the discharge summary!", "open the xyzzyplugh"]);

        var run = await CommandLineRun.Of("transcribe", "--lang", "en", "--phrases", phrases, "--json", DemoHouse.Clip("en/bennett/03-open.wav"));

        Assert.Equal("Agree", JsonDocument.Parse(run.Output).RootElement.GetProperty("agreement").GetString());
        Assert.Contains("xyzzyplugh", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcribe_OneBadFileAmongGood_TranscribesTheOthersAndFails()
    {
        var bad = Path.Combine(folder, "bad.wav");
        await File.WriteAllBytesAsync(bad, "RIFF then nothing"u8.ToArray());

        var run = await CommandLineRun.Of(
            "transcribe", "--lang", "en", "--free", DemoHouse.Clip("en/carter/11-yes.wav"), bad, Path.Combine(folder, "missing.wav"), DemoHouse.Clip("en/carter/03-open.wav"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal(2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains($"{bad} is not a WAV file.", run.Messages, StringComparison.Ordinal);
        Assert.Contains("missing.wav does not exist.", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8_000)]
    [InlineData(44_100)]
    public async Task Transcribe_AnotherSampleRate_HearsTheSame(int rate)
    {
        var path = Path.Combine(folder, "other.wav");
        WavFile.Write(path, WavFile.Read(DemoHouse.Clip("ru/smirnova/03-open.wav")).Resample(rate));

        var run = await CommandLineRun.Of("transcribe", "--lang", "ru", "--free", path);

        Assert.Equal("открой выписку", run.Output.Trim());
    }

    [Fact]
    public async Task Transcribe_Silence_SaysThatNothingWasHeard()
    {
        var path = Path.Combine(folder, "silence.wav");
        WavFile.Write(path, new AudioClip(new short[48_000], 16_000));

        var run = await CommandLineRun.Of("transcribe", "--lang", "en", "--free", path);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("", run.Output.Trim());
        Assert.Contains("holds no speech", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lang", "fr")]
    [InlineData("--nonsense", "x")]
    public async Task Transcribe_WrongUsage_ExitsWithTwo(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await CommandLineRun.Of("transcribe", option, value, "file.wav")).ExitCode);

    [Fact]
    public async Task Transcribe_MissingModel_SaysSo()
    {
        var run = await CommandLineRun.Of("transcribe", "--lang", "en", "--free", "--model", "no-such-model", DemoHouse.Clip("en/carter/11-yes.wav"));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("There is no model 'no-such-model'", run.Messages, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
