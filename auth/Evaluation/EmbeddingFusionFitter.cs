using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Evaluation;

/// <summary>
/// Measures how an embedder's scores go with the Gaussian systems': the scale of strangers' cosines, the share with the least cost of the
/// likelihood ratio, and the calibration of the fused scores. Thread-safe.
/// </summary>
public static class EmbeddingFusionFitter
{
    // Down to almost nothing: a weak embedder must not make the score worse.
    private static readonly double[] Shares = [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8];

    /// <summary>Fits the fusion to the trials of a set, each as recorded and made worse.</summary>
    /// <param name="gaussian">The model without the embedder.</param>
    /// <param name="embedder">The embedder.</param>
    /// <param name="set">The recordings and lists.</param>
    /// <param name="data">What the trials are, for the record.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="EvaluationException">The trials do not allow it; the message says why.</exception>
    public static async Task<EmbeddingFusion> FitAsync(
        SpeakerModel gaussian, ISpeakerEmbedder embedder, EvaluationSet set, string data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gaussian);
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(set);
        var remembering = new RememberingEmbedder(embedder);
        var (mean, deviation) = await StrangersAsync(gaussian, remembering, set, cancellationToken).ConfigureAwait(false);
        EmbeddingFusion? best = null;
        var least = double.PositiveInfinity;
        foreach (var share in Shares)
        {
            var fusion = new EmbeddingFusion
            {
                System = embedder.System,
                Mean = mean,
                Deviation = deviation,
                Share = share,
            };
            var evaluator = new VerificationEvaluator(gaussian.With(remembering, fusion), set);
            var trials = new List<ScoredTrial>();
            foreach (var degraded in (bool[])[false, true])
            {
                trials.AddRange(await evaluator.ScoreAsync(degraded, ward: true, cancellationToken).ConfigureAwait(false));
            }

            var fitted = CalibrationFitter.Fit(trials, gaussian.Calibration, data);
            var cost = DetectionMetrics.Measure([.. trials.Select(t => t with { LogLikelihoodRatio = fitted.LogLikelihoodRatio(t.Score, t.VoicedSeconds) })])!.Cllr;
            (best, least) = cost < least ? (fusion with { Calibration = fitted }, cost) : (best, least);
        }

        return best!;
    }

    private static async Task<(double Mean, double Deviation)> StrangersAsync(
        SpeakerModel gaussian, ISpeakerEmbedder embedder, EvaluationSet set, CancellationToken cancellationToken)
    {
        var scorer = new EmbeddingSpeakerScorer(embedder, new EmbeddingFusion { Mean = 0, Deviation = 1 }, 1);
        var enrolled = new Dictionary<string, SpeakerVector?>();
        foreach (var model in set.Enrolment.GroupBy(e => e.Model))
        {
            var phrases = new List<(SpeechSample, float)>();
            foreach (var (_, speech) in model)
            {
                phrases.Add((gaussian.Analyse(await set.LoadAsync(speech, cancellationToken).ConfigureAwait(false)), 1));
            }

            enrolled[model.Key] = scorer.Enrol(phrases);
        }

        var cosines = new List<double>();
        foreach (var trial in set.ReadTrials().Where(t => !t.IsTarget))
        {
            var speech = gaussian.Analyse(await set.LoadAsync(trial.Speech, cancellationToken).ConfigureAwait(false));
            if (enrolled[trial.Model] is { } model && scorer.Probe(speech, 0, speech.Features.VoicedFrames) is { } probe)
            {
                cosines.Add(scorer.Score(model, probe));
            }
        }

        if (cosines.Count == 0)
        {
            throw new EvaluationException("The embedder gave no vectors for the trials: they are too short for it.");
        }

        var mean = cosines.Average();
        return (mean, Math.Sqrt(cosines.Average(c => (c - mean) * (c - mean))) + 1e-6);
    }
}
