using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Evaluation;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

/// <summary>The bars of the models' READMEs, on commands spoken by voices the models were not trained on.</summary>
public sealed class CommandAccuracyTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>
{
    [SkippableTheory]
    [InlineData("ru", "clean", 0.988)]
    [InlineData("ru", "noise_10dB", 0.93)]
    [InlineData("en", "clean", 0.988)]
    [InlineData("en", "noise_10dB", 0.93)]
    public async Task Recognize_HeldOutCommands_IsAsGoodAsTheModelsReadmeSays(string language, string condition, double wholeCommands)
    {
        var folder = Repository.Commands(language);
        Skip.IfNot(Directory.Exists(folder), $"the held-out commands are not on this machine ({folder})");
        var rows = File.ReadLines(Path.Combine(folder, "transcripts.tsv")).Skip(1).Select(static line => line.Split('\t')).ToArray();
        using var recognizer = new PhraseRecognizer(models.Model(language), rows.Select(static row => row[2]));
        var (right, errors) = (0, new WordErrors());
        var chosen = rows.Where(row => row[3] == condition).ToArray();
        foreach (var row in chosen)
        {
            var heard = await HearAsync(Path.Combine(folder, row[0]), recognizer);
            var here = WordErrors.Count(row[2], heard);
            errors += here;
            right += here.Total == 0 ? 1 : 0;
        }

        Assert.True((double)right / chosen.Length >= wholeCommands, $"{right} of {chosen.Length} commands right, word error rate {errors.Rate:0.000}");
        Assert.True(errors.Rate <= 0.031, $"word error rate {errors.Rate:0.000}");
    }

    private static async Task<string> HearAsync(string file, PhraseRecognizer recognizer)
    {
        recognizer.Reset();
        var listener = new SpeechListener(new UtteranceSegmenter(), recognizer);
        var heard = new List<string>();
        await foreach (var frame in AudioLoader.ReadFramesAsync(file, UtteranceSegmenter.FrameLength))
        {
            Collect(listener.Accept(frame.Span));
        }

        Collect(listener.Flush());
        return string.Join(' ', heard);

        void Collect(SegmenterEvent happened)
        {
            if (happened == SegmenterEvent.UtteranceEnded)
            {
                heard.Add(listener.Transcript!.Text);
            }
        }
    }
}
