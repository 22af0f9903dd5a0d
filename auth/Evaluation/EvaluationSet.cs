using VoiceMed.Auth.Augmentation;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Auth.Evaluation;

/// <summary>
/// A folder with <c>enrol.tsv</c>, <c>trials.tsv</c>, <c>sessions.tsv</c> and recordings, as described in docs/admins.md. Recordings are
/// decoded once and kept. Not thread-safe.
/// </summary>
public sealed class EvaluationSet
{
    private readonly string _directory;
    private readonly Dictionary<string, short[]> _recordings = new(StringComparer.Ordinal);

    private EvaluationSet(string directory, IReadOnlyList<(string Model, AudioStretch Speech)> enrolment) =>
        (_directory, Enrolment) = (directory, enrolment);

    /// <summary>The phrases each model is enrolled from.</summary>
    public IReadOnlyList<(string Model, AudioStretch Speech)> Enrolment { get; }

    /// <summary>Opens a folder and reads <c>enrol.tsv</c>.</summary>
    /// <exception cref="EvaluationException">The list is missing or malformed.</exception>
    public static EvaluationSet Open(string directory)
    {
        var table = TabSeparatedTable.Read(Path.Combine(directory, "enrol.tsv"), "model", "file", "start", "dur");
        return new EvaluationSet(
            directory, [.. Enumerable.Range(0, table.Count).Select(row => (table.Text(row, "model"), Stretch(table, row)))]);
    }

    /// <summary>Reads <c>trials.tsv</c>.</summary>
    /// <exception cref="EvaluationException">The list is missing or malformed, or names a model that is not enrolled.</exception>
    public IReadOnlyList<VerificationTrial> ReadTrials()
    {
        var table = TabSeparatedTable.Read(Path.Combine(_directory, "trials.tsv"), "condition", "model", "file", "start", "dur", "label");
        return
        [
            .. Enumerable.Range(0, table.Count).Select(row => new VerificationTrial(
                table.Text(row, "condition"), Enrolled(table.Text(row, "model"), "trials.tsv", row), Stretch(table, row),
                table.Text(row, "label") == "target", table.OptionalText(row, "note"))),
        ];
    }

    /// <summary>Reads <c>sessions.tsv</c>, in the order of the file.</summary>
    /// <exception cref="EvaluationException">The list is missing or malformed, or names a model that is not enrolled.</exception>
    public IReadOnlyList<SessionStep> ReadSessions()
    {
        var table = TabSeparatedTable.Read(
            Path.Combine(_directory, "sessions.tsv"), "session", "kind", "corpus", "model", "file", "start", "dur", "genuine");
        return
        [
            .. Enumerable.Range(0, table.Count).Select(row => new SessionStep(
                table.Text(row, "session"), table.Text(row, "kind"), table.Text(row, "corpus"),
                Enrolled(table.Text(row, "model"), "sessions.tsv", row), Stretch(table, row), table.Text(row, "genuine") == "1")),
        ];
    }

    /// <summary>The samples of a stretch at 16 kHz.</summary>
    /// <exception cref="AudioException">The recording cannot be read.</exception>
    public async Task<short[]> LoadAsync(AudioStretch stretch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        var samples = await LoadRecordingAsync(stretch.File, cancellationToken).ConfigureAwait(false);
        var start = Math.Min((int)(stretch.Start * AudioClip.StandardSampleRate), samples.Length);
        var length = (int)Math.Round(stretch.Duration * AudioClip.StandardSampleRate);
        return samples[start..Math.Min(start + length, samples.Length)];
    }

    /// <summary>
    /// The samples of a stretch made worse: another microphone, drawn at random, and babble of six other recordings of the set at
    /// 15 dB. The same stretch is always made worse in the same way.
    /// </summary>
    public async Task<short[]> LoadDegradedAsync(AudioStretch stretch, IReadOnlyList<string> babbleFiles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stretch);
        ArgumentNullException.ThrowIfNull(babbleFiles);
        const int voices = 6;
        const double babbleDecibels = 15;
        var signal = PcmConversion.ToDoubles(await LoadAsync(stretch, cancellationToken).ConfigureAwait(false));
        var random = SeededRandom.For(99, $"{stretch.File}|{stretch.Start:F2}|{stretch.Duration:F2}");
        MicrophoneSimulator.Apply(signal, random);
        var others = babbleFiles.Where(f => f != stretch.File).ToArray();
        var babble = new List<short[]>();
        for (var i = 0; i < voices && others.Length > 0; i++)
        {
            babble.Add(await LoadRecordingAsync(others[random.Next(others.Length)], cancellationToken).ConfigureAwait(false));
        }

        NoiseMixer.Add(signal, NoiseMixer.Babble(babble, signal.Length, random), babbleDecibels);
        return PcmConversion.ToSamples(signal);
    }

    private static AudioStretch Stretch(TabSeparatedTable table, int row) =>
        new(table.Text(row, "file"), table.Number(row, "start"), table.Number(row, "dur"));

    private string Enrolled(string model, string list, int row) =>
        Enrolment.Any(e => e.Model == model)
            ? model
            : throw new EvaluationException($"{Path.Combine(_directory, list)}:{row + 2}: the model '{model}' is not in enrol.tsv.");

    private async Task<short[]> LoadRecordingAsync(string file, CancellationToken cancellationToken)
    {
        if (!_recordings.TryGetValue(file, out var samples))
        {
            samples = (await AudioLoader.LoadAsync(Path.Combine(_directory, file), cancellationToken).ConfigureAwait(false)).Samples;
            _recordings[file] = samples;
        }

        return samples;
    }
}
