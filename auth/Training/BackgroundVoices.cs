using VoiceMed.Auth.Augmentation;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Auth.Training;

/// <summary>The background recordings, one voice a file, and their copies under other conditions. Thread-safe once loaded.</summary>
public sealed class BackgroundVoices
{
    private const ulong Seed = 7;
    private const int BabbleVoices = 6;
    private static readonly string[] Extensions = [".flac", ".wav"];
    private readonly IReadOnlyList<short[]> _voices;

    private BackgroundVoices(IReadOnlyList<string> names, IReadOnlyList<short[]> voices) => (Names, _voices) = (names, voices);

    /// <summary>The files' names in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of voices.</summary>
    public int Count => _voices.Count;

    /// <summary>Loads every FLAC and WAV file of a folder.</summary>
    /// <exception cref="TrainingException">There are too few voices.</exception>
    /// <exception cref="AudioException">A file cannot be read.</exception>
    public static async Task<BackgroundVoices> LoadAsync(string directory, CancellationToken cancellationToken)
    {
        const int fewest = 40;
        var files = Directory.Exists(directory)
            ? Directory.GetFiles(directory).Where(f => Extensions.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal).ToArray()
            : [];
        if (files.Length < fewest)
        {
            throw new TrainingException(
                $"'{directory}' holds {files.Length} recordings; training needs at least {fewest} FLAC or WAV files, one voice each.");
        }

        var voices = new List<short[]>();
        foreach (var file in files)
        {
            voices.Add((await AudioLoader.LoadAsync(file, cancellationToken).ConfigureAwait(false)).Samples);
        }

        return new BackgroundVoices([.. files.Select(f => Path.GetFileName(f))], voices);
    }

    /// <summary>One voice under one condition; the same every time.</summary>
    public short[] Get(int voice, BackgroundCopy copy)
    {
        if (copy == BackgroundCopy.Clean)
        {
            return _voices[voice];
        }

        var signal = PcmConversion.ToDoubles(_voices[voice]);
        if (copy == BackgroundCopy.Telephone)
        {
            return PcmConversion.ToSamples(TelephoneBand.Apply(signal));
        }

        var random = SeededRandom.For(Seed, $"{(int)copy}/{voice}");
        MicrophoneSimulator.Apply(signal, random);
        if (copy == BackgroundCopy.MicrophoneAndBabble)
        {
            NoiseMixer.Add(signal, NoiseMixer.Babble(Others(voice, random), signal.Length, random), random.Between(12, 22));
        }
        else
        {
            NoiseMixer.Add(signal, NoiseMixer.Room(signal.Length, random), random.Between(10, 25));
        }

        return PcmConversion.ToSamples(signal);
    }

    private short[][] Others(int voice, SeededRandom random) =>
        [.. Enumerable.Range(0, BabbleVoices).Select(_ => _voices[(voice + 1 + random.Next(Count - 1)) % Count])];
}
