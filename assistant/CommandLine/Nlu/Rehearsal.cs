using VoiceMed.Nlu;
using VoiceMed.Nlu.Language;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Synthesis;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>Speaks utterances, adds noise, recognises and parses them. Deterministic but for the synthesiser. Not thread-safe.</summary>
internal sealed class Rehearsal(IntentSet intents, string language, ISynthesizer synthesizer, PhraseRecognizer recognizer)
{
    private const int MostShown = 20;
    private static readonly (string Name, double? Decibels)[] s_conditions = [("clean", null), ("20 dB", 20), ("10 dB", 10)];
    private static readonly Dictionary<string, (string Voice, double Rate)[]> s_voices = new()
    {
        ["ru"] = [("ru", 1), ("ru+f3", 0.85), ("ru+m3", 1.15)],
        ["en"] = [("en-gb", 1), ("en-us+f3", 0.85), ("en-us+m3", 1.15)],
    };

    private readonly List<(string Condition, string Intent, bool Right)> _heard = [];
    private readonly Dictionary<string, int> _lost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _confused = new(StringComparer.Ordinal);

    public async Task<RehearsalReport> RunAsync(
        IReadOnlyList<(string Intent, string Text)> utterances, Action<int, int> progress, CancellationToken cancellation)
    {
        for (var i = 0; i < utterances.Count; i++)
        {
            if (i % 20 == 0)
                progress(i, utterances.Count);
            foreach (var (voice, rate) in s_voices[language])
            {
                var samples = await SpeakAsync(utterances[i].Text, voice, rate, cancellation).ConfigureAwait(false);
                foreach (var (name, decibels) in s_conditions)
                    Hear(utterances[i], name, decibels is { } level ? WithNoise(samples, level, i) : samples);
            }
        }

        return new RehearsalReport(
            language, _heard.Count, Rates(h => h.Condition), Rates(h => h.Intent), Top(_lost), Top(_confused));
    }

    private async Task<short[]> SpeakAsync(string text, string voice, double rate, CancellationToken cancellation)
    {
        // Half a second of silence on either side, as a microphone hears it.
        var silence = new short[AudioClip.StandardSampleRate / 2];
        var samples = new List<short>(silence);
        await foreach (var clip in synthesizer.SynthesizeAsync(text, language, new SynthesisOptions { Voice = voice, Rate = rate }, cancellation).ConfigureAwait(false))
            samples.AddRange(clip.Resample(AudioClip.StandardSampleRate).Samples);
        samples.AddRange(silence);
        return [.. samples];
    }

    private void Hear((string Intent, string Text) said, string condition, short[] samples)
    {
        var transcript = recognizer.Recognize(samples);
        var result = intents.Parse(transcript.Text, language);
        var right = result.Intents.Any(i => i.Intent == said.Intent);
        _heard.Add((condition, said.Intent, right));
        if (right)
            return;
        Count(_confused, $"{said.Intent} → {result.Intent}");
        foreach (var word in TextNormalizer.Words(said.Text).Except(TextNormalizer.Words(transcript.Text)))
            Count(_lost, word);
    }

    private static short[] WithNoise(short[] samples, double decibels, int seed)
    {
        var power = samples.Sum(s => (double)s * s) / samples.Length;
        var amplitude = Math.Sqrt(power / Math.Pow(10, decibels / 10));
        var random = new Random(seed);
        var noisy = new short[samples.Length];
        var brown = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            // Half white, half low-pass: nearer to a ward's ventilation than white noise alone.
            var white = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            brown = (0.95 * brown) + (0.3122 * white);
            noisy[i] = (short)Math.Clamp(samples[i] + (amplitude * ((0.7071 * white) + (0.7071 * brown)) / 1.1), short.MinValue, short.MaxValue);
        }

        return noisy;
    }

    private Dictionary<string, double> Rates(Func<(string Condition, string Intent, bool Right), string> key) =>
        _heard.GroupBy(key).ToDictionary(g => g.Key, g => Math.Round(g.Count(h => h.Right) / (double)g.Count(), 4));

    private static Dictionary<string, int> Top(Dictionary<string, int> counts) =>
        counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostShown).ToDictionary(c => c.Key, c => c.Value);

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
