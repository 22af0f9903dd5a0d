using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed bench voice</c>: what speaker verification costs.</summary>
internal static class BenchVoiceCommand
{
    private const int Repetitions = 15;
    private const double UtteranceSeconds = 3;
    private static readonly int[] WardSizes = [10, 100, 1000];

    private const string Description = """
        Measures what speaker verification costs on one core: milliseconds a second of speech (bar: 20), the wait after the end of an
        utterance, and identification among 10, 100 and 1,000 doctors. The sound is made by the program.

        Examples:
          voicemed bench voice
          voicemed bench voice --json
        """;

    public static Command Create(Terminal terminal)
    {
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var command = voices.AddModelTo(new Command("voice", Description) { json });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(() =>
        {
            Run(terminal, voices.LoadModel(parsed), parsed.GetValue(json), cancellationToken);
            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }

    private static void Run(Terminal terminal, SpeakerModel model, bool json, CancellationToken cancellationToken)
    {
        var template = TemplateBuilder.Build(model, [.. Enumerable.Range(1, 6).Select(i => Voice(i, UtteranceSeconds))]);
        var utterance = Voice(7, UtteranceSeconds);
        var rows = new List<object>();
        foreach (var size in WardSizes)
        {
            var identifier = new SpeakerIdentifier(model, [.. Enumerable.Range(0, size).Select(i => new EnrolledSpeaker($"doctor-{i}", Copy(template)))]);
            var stream = identifier.BeginUtterance();
            var totals = new List<double>();
            var waits = new List<double>();
            for (var i = 0; i < Repetitions; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                for (var at = 0; at < utterance.Length; at += 320)
                {
                    stream.Accept(utterance.AsSpan(at, Math.Min(320, utterance.Length - at)));
                }

                var ended = Stopwatch.GetTimestamp();
                stream.Finish();
                totals.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                waits.Add(Stopwatch.GetElapsedTime(ended).TotalMilliseconds);
            }

            var (total, wait) = (Median(totals), Median(waits));
            var perSecond = total / UtteranceSeconds;
            if (json)
            {
                rows.Add(new { doctors = size, msPerSecond = Math.Round(perSecond, 2), msAfterEnd = Math.Round(wait, 2) });
            }
            else
            {
                terminal.Result(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{size,5} doctors: {perSecond:F1} ms a second of speech, ready {wait:F1} ms after a {UtteranceSeconds:F0} s utterance"));
            }
        }

        if (json)
        {
            terminal.ResultJson(new { model = model.Id, wards = rows });
        }
    }

    /// <summary>Memory of its own, as a thousand doctors have.</summary>
    private static SpeakerTemplate Copy(SpeakerTemplate template) =>
        template with { Vectors = [.. template.Vectors.Select(v => v with { Values = [.. v.Values] })] };

    /// <summary>Buzz with moving resonances in syllables: not speech, but it costs what speech costs.</summary>
    private static short[] Voice(int seed, double seconds)
    {
        var random = new SeededRandom((ulong)seed);
        var signal = new double[(int)(seconds * 16000)];
        var period = 16000 / (100 + 15 * seed);
        for (var i = 0; i < signal.Length; i++)
        {
            signal[i] = (i % period == 0 ? 20000 : 0) + 200 * random.NextNormal();
        }

        BiquadFilter.Peak(500 + 40 * seed, 20, 4).Apply(signal);
        BiquadFilter.Peak(1500 - 60 * seed, 18, 5).Apply(signal);
        return PcmConversion.ToSamples(signal);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
