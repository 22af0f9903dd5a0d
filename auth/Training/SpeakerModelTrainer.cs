using VoiceMed.Auth.Features;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Training;

/// <summary>
/// Trains a speaker model on background voices. Uses one thread, fixed seeds and no clock: the same recordings give the same bytes on
/// the same kind of processor.
/// </summary>
public static class SpeakerModelTrainer
{
    private const int FinalPasses = 6;
    private static readonly BackgroundCopy[] CohortCopies =
        [BackgroundCopy.Clean, BackgroundCopy.Telephone, BackgroundCopy.MicrophoneAndBabble];

    /// <summary>Trains and writes a model folder.</summary>
    /// <param name="voices">The background.</param>
    /// <param name="options">What to train.</param>
    /// <param name="directory">Folder to write; existing files of the same names are replaced.</param>
    /// <param name="progress">Told in a sentence what is being done.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    /// <returns>The model as it will be loaded.</returns>
    public static SpeakerModel Train(
        BackgroundVoices voices, TrainingOptions options, string directory, Action<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voices);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        progress($"Measuring {voices.Count} voices under {Enum.GetValues<BackgroundCopy>().Length} conditions");
        var features = Extract(voices, options, cancellationToken);
        var systems = new List<GaussianSystemParameters>();
        for (var i = 0; i < options.Systems.Count; i++)
        {
            progress($"Training the system {options.Systems[i].Name} ({i + 1} of {options.Systems.Count})");
            systems.Add(TrainSystem(options, i, features, cancellationToken));
        }

        var training = $"{voices.Count} voices, {string.Join(", ", Enum.GetNames<BackgroundCopy>())}";
        SpeakerModelFolder.Write(directory, options.Name, training, new SpeakerModel(options.Name, systems, options.Calibration));
        return SpeakerModel.Load(directory);
    }

    private static Dictionary<BackgroundCopy, UtteranceFeatures[]> Extract(
        BackgroundVoices voices, TrainingOptions options, CancellationToken cancellationToken)
    {
        var extractor = new FeatureExtractor([.. options.Systems.Select(s => s.Cepstra)]);
        var result = new Dictionary<BackgroundCopy, UtteranceFeatures[]>();
        foreach (var copy in Enum.GetValues<BackgroundCopy>())
        {
            result[copy] = new UtteranceFeatures[voices.Count];
            for (var voice = 0; voice < voices.Count; voice++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                result[copy][voice] = extractor.Extract(voices.Get(voice, copy));
            }
        }

        return result;
    }

    private static GaussianSystemParameters TrainSystem(
        TrainingOptions options, int stream, Dictionary<BackgroundCopy, UtteranceFeatures[]> features, CancellationToken cancellationToken)
    {
        var system = options.Systems[stream];
        var clean = features[BackgroundCopy.Clean].Select(f => f.Streams[stream]).ToArray();
        var normalisation = FeatureNormalisation.Measure(clean, options.PriorFrames);
        var pool = new FeatureMatrix(system.Cepstra.Dimension, features.Values.Sum(copies => copies.Sum(f => f.VoicedFrames)));
        foreach (var matrix in features.Values.SelectMany(copies => copies.Select(f => f.Streams[stream])))
        {
            normalisation.Apply(matrix);
            for (var row = 0; row < matrix.Rows; row++)
            {
                matrix[row].CopyTo(pool.AddRow());
            }
        }

        var mixture = GaussianMixtureTrainer.Train(pool, options.Components, FinalPasses, progress: null, cancellationToken);
        var statistics = CohortCopies.SelectMany(copy => features[copy])
            .Select(f => mixture.Accumulate(f.Streams[stream], 0, f.VoicedFrames)).ToArray();
        return new GaussianSystemParameters(
            system.Name, system.Weight, options.Relevance, system.Cepstra, normalisation, mixture, Cohort.Create(statistics, options.Relevance));
    }
}
