using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Evaluation;

/// <summary>Enrols the models of an evaluation set as one ward and scores its trials. Not thread-safe.</summary>
/// <param name="model">The speaker model.</param>
/// <param name="set">The recordings and lists.</param>
public sealed class VerificationEvaluator(SpeakerModel model, EvaluationSet set)
{
    /// <summary>Number of models enrolled.</summary>
    public int Models => set.Enrolment.Select(e => e.Model).Distinct().Count();

    /// <summary>Enrols every model of the set from its phrases, all of which are taken as good.</summary>
    public async Task<IReadOnlyDictionary<string, SpeakerTemplate>> EnrolAsync(CancellationToken cancellationToken)
    {
        var templates = new Dictionary<string, SpeakerTemplate>();
        foreach (var group in set.Enrolment.GroupBy(e => e.Model))
        {
            var phrases = new List<short[]>();
            foreach (var (_, speech) in group)
            {
                phrases.Add(await set.LoadAsync(speech, cancellationToken).ConfigureAwait(false));
            }

            templates[group.Key] = TemplateBuilder.Build(model, phrases);
        }

        return templates;
    }

    /// <summary>Scores all trials.</summary>
    /// <param name="degraded">Whether the test stretches are made worse first.</param>
    /// <param name="ward">Whether the other enrolled models compete; otherwise each is judged as if alone.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<ScoredTrial>> ScoreAsync(bool degraded, bool ward, CancellationToken cancellationToken)
    {
        var templates = await EnrolAsync(cancellationToken).ConfigureAwait(false);
        var trials = set.ReadTrials();
        var babble = trials.Select(t => t.Speech.File).Distinct().ToArray();
        var scored = new List<ScoredTrial>(trials.Count);
        foreach (var group in trials.GroupBy(t => t.Speech))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var samples = degraded
                ? await set.LoadDegradedAsync(group.Key, babble, cancellationToken).ConfigureAwait(false)
                : await set.LoadAsync(group.Key, cancellationToken).ConfigureAwait(false);
            var probe = model.Probe(model.Analyse(samples));
            var scores = templates.ToDictionary(t => t.Key, t => model.Score(t.Value, probe));
            foreach (var trial in group)
            {
                var other = ward && scores.Count > 1 ? scores.Where(s => s.Key != trial.Model).Max(s => s.Value) : double.NegativeInfinity;
                var score = model.Calibration.WithMargin(scores[trial.Model], other);
                var ratio = model.Calibration.LogLikelihoodRatio(score, probe.VoicedSeconds, templates[trial.Model].SelfFit);
                scored.Add(new ScoredTrial(trial, score, probe.VoicedSeconds, ratio));
            }
        }

        return scored;
    }
}
