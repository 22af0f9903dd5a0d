using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// A trained way to compare voices: its scorers, how their scores are fused and calibrated. Load one and share it; thread-safe.
/// </summary>
public sealed class SpeakerModel
{
    private readonly FeatureNormalisation[] _normalisations;

    /// <summary>Puts a model together; <see cref="Load"/> is the usual way.</summary>
    /// <param name="id">Name and version with a digest of the parameters.</param>
    /// <param name="systems">The trained Gaussian systems, at least one.</param>
    /// <param name="calibration">How scores become likelihood ratios.</param>
    public SpeakerModel(string id, IReadOnlyList<GaussianSystemParameters> systems, Calibration calibration)
    {
        ArgumentNullException.ThrowIfNull(systems);
        (Id, Systems, Calibration) = (id, systems, calibration);
        Streams = [.. systems.Select(s => s.Cepstra)];
        _normalisations = [.. systems.Select(s => s.Normalisation)];
        Scorers = [.. systems.Select((s, i) => new GaussianSpeakerScorer(s.Name, i, s))];
    }

    private SpeakerModel(SpeakerModel gaussian, ISpeakerScorer further, Calibration calibration)
        : this(gaussian.Id, gaussian.Systems, calibration)
    {
        (Fusion, Scorers) = (gaussian.Fusion, [.. Scorers, further]);
    }

    /// <summary>Name, version and digest, for example <c>speaker-voicemed-0.1/3f2a…</c>.</summary>
    public string Id { get; }

    /// <summary>The Gaussian systems.</summary>
    public IReadOnlyList<GaussianSystemParameters> Systems { get; }

    /// <summary>All scorers, in the order of the templates' vectors.</summary>
    public IReadOnlyList<ISpeakerScorer> Scorers { get; }

    /// <summary>How scores become likelihood ratios.</summary>
    public Calibration Calibration { get; }

    /// <summary>How an embedder's scores were last found to go with these; null when none was measured.</summary>
    public EmbeddingFusion? Fusion { get; init; }

    /// <summary>The streams of features the model needs.</summary>
    public IReadOnlyList<CepstralOptions> Streams { get; }

    /// <summary>Loads a model folder as written by training.</summary>
    /// <exception cref="SpeakerModelException">The folder is missing, incomplete, damaged or of another format.</exception>
    public static SpeakerModel Load(string directory) => SpeakerModelFolder.Read(directory);

    /// <summary>
    /// The same model with a further system in its fused score. Templates made without it stay valid and are compared without it until
    /// the doctor is enrolled again; templates made with it are valid without it.
    /// </summary>
    /// <param name="embedder">The further system.</param>
    public SpeakerModel With(ISpeakerEmbedder embedder)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        return With(embedder, Fusion?.System == embedder.System ? Fusion : new EmbeddingFusion());
    }

    /// <summary>The same with a fusion that is being tried.</summary>
    /// <param name="embedder">The further system.</param>
    /// <param name="fusion">How its scores are put beside the others.</param>
    public SpeakerModel With(ISpeakerEmbedder embedder, EmbeddingFusion fusion)
    {
        ArgumentNullException.ThrowIfNull(fusion);
        var weight = fusion.Share / (1 - fusion.Share) * Systems.Sum(system => system.Weight);
        return new SpeakerModel(this, new EmbeddingSpeakerScorer(embedder, fusion, weight), fusion.Calibration ?? Calibration);
    }

    /// <summary>Creates the extractor for this model's streams; one a thread.</summary>
    public FeatureExtractor CreateExtractor() => new(Streams);

    /// <summary>Normalises freshly extracted features in place and makes them a sample.</summary>
    public SpeechSample Prepare(ReadOnlyMemory<short> samples, UtteranceFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        for (var i = 0; i < _normalisations.Length; i++)
        {
            _normalisations[i].Apply(features.Streams[i]);
        }

        return new SpeechSample(samples, features);
    }

    /// <summary>Extracts and normalises a whole utterance.</summary>
    public SpeechSample Analyse(ReadOnlyMemory<short> samples) => Prepare(samples, CreateExtractor().Extract(samples.Span));

    /// <summary>Makes a template.</summary>
    /// <param name="phrases">Phrases of one speaker and how much each counts.</param>
    /// <exception cref="ArgumentException">There is no voice in the phrases.</exception>
    public SpeakerTemplate Enrol(IReadOnlyList<(SpeechSample Speech, float Weight)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var voiced = phrases.Where(p => p.Weight >= 1).Sum(p => p.Speech.Features.VoicedSeconds);
        if (voiced <= 0)
        {
            throw new ArgumentException("There is no voice in the phrases.", nameof(phrases));
        }

        return new SpeakerTemplate(Id, [.. Scorers.Select(s => s.Enrol(phrases)).OfType<SpeakerVector>()], voiced);
    }

    /// <summary>Makes the probe of a whole utterance.</summary>
    public SpeakerProbe Probe(SpeechSample speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return Probe(speech, 0, speech.Features.VoicedFrames);
    }

    /// <summary>Makes the probe of a stretch.</summary>
    /// <param name="speech">The utterance.</param>
    /// <param name="from">First voiced frame, inclusive.</param>
    /// <param name="to">Last voiced frame, exclusive.</param>
    public SpeakerProbe Probe(SpeechSample speech, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return new SpeakerProbe(
            [.. Scorers.Select(s => s.Probe(speech, from, to)).OfType<SpeakerVector>()], (to - from) * FrameGrid.StepSeconds, speech.Features.Quality);
    }

    /// <summary>The fused, normalised score: about 0 to 2 for the nearest strangers, higher for the speaker.</summary>
    /// <exception cref="SpeakerModelException">The template was made by another model.</exception>
    public double Score(SpeakerTemplate template, SpeakerProbe probe)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(probe);
        if (template.ModelId != Id)
        {
            throw new SpeakerModelException(
                $"The voiceprint was made by the speaker model {template.ModelId}, this is {Id}: enrol the doctor again.");
        }

        var sum = 0.0;
        var weights = 0.0;
        foreach (var scorer in Scorers)
        {
            if (Of(template.Vectors, scorer) is { } enrolled && Of(probe.Vectors, scorer) is { } heard)
            {
                sum += scorer.Weight * scorer.Score(enrolled, heard);
                weights += scorer.Weight;
            }
        }

        return sum / weights;
    }

    private static SpeakerVector? Of(IReadOnlyList<SpeakerVector> vectors, ISpeakerScorer scorer)
    {
        for (var i = 0; i < vectors.Count; i++)
        {
            if (vectors[i].System == scorer.System)
            {
                return vectors[i];
            }
        }

        return null;
    }

    /// <summary>The calibrated likelihood ratio of one template, as if nobody else were enrolled.</summary>
    /// <exception cref="SpeakerModelException">The template was made by another model.</exception>
    public double LogLikelihoodRatio(SpeakerTemplate template, SpeakerProbe probe)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(probe);
        var score = Calibration.WithMargin(Score(template, probe), double.NegativeInfinity);
        return Calibration.LogLikelihoodRatio(score, probe.VoicedSeconds, template.SelfFit);
    }

    /// <summary>Replaces the calibration in a model folder; the model's identity, and so every template, stays valid.</summary>
    /// <param name="directory">The folder this model was loaded from.</param>
    /// <param name="calibration">The new calibration.</param>
    /// <exception cref="SpeakerModelException">The folder cannot be read or written.</exception>
    public static void SaveCalibration(string directory, Calibration calibration) => SpeakerModelFolder.WriteCalibration(directory, calibration);

    /// <summary>Replaces what a model folder knows of an embedder; identity and templates stay valid.</summary>
    /// <param name="directory">The folder this model was loaded from.</param>
    /// <param name="fusion">The measured fusion.</param>
    /// <exception cref="SpeakerModelException">The folder cannot be read or written.</exception>
    public static void SaveFusion(string directory, EmbeddingFusion fusion) => SpeakerModelFolder.WriteFusion(directory, fusion);
}
