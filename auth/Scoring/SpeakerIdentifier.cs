using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Open-set identification among the doctors of a ward: scores an utterance against each, and judges each score by what strangers and
/// the other doctors score. Immutable and thread-safe; make a new one when the ward changes.
/// </summary>
public sealed class SpeakerIdentifier
{
    private readonly SpeakerModel _model;
    private readonly IReadOnlyList<EnrolledSpeaker> _ward;

    /// <summary>Creates an identifier.</summary>
    /// <param name="model">The speaker model all templates were made with.</param>
    /// <param name="ward">The doctors; may be empty, then everybody is a stranger.</param>
    /// <exception cref="SpeakerModelException">A template was made by another model.</exception>
    public SpeakerIdentifier(SpeakerModel model, IReadOnlyList<EnrolledSpeaker> ward)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(ward);
        (_model, _ward) = (model, ward);
        foreach (var speaker in ward.Where(s => s.Template.ModelId != model.Id))
        {
            throw new SpeakerModelException(
                $"The voiceprint of {speaker.Doctor} was made by the speaker model {speaker.Template.ModelId}, this is {model.Id}: enrol the doctor again.");
        }
    }

    /// <summary>The speaker model.</summary>
    public SpeakerModel Model => _model;

    /// <summary>The doctors' identifiers.</summary>
    public IEnumerable<string> Doctors => _ward.Select(s => s.Doctor);

    /// <summary>Starts on an utterance whose frames arrive one by one; one a stream of sound, reusable.</summary>
    public StreamingSpeakerIdentification BeginUtterance() => new(this);

    /// <summary>Scores a whole utterance.</summary>
    /// <param name="samples">16 kHz mono.</param>
    public SpeakerEvidence Score(ReadOnlySpan<short> samples)
    {
        var features = _model.CreateExtractor().Extract(samples);
        return Score(_model.Prepare(samples.ToArray(), features));
    }

    /// <summary>Scores an utterance whose features are at hand.</summary>
    public SpeakerEvidence Score(SpeechSample speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        var features = speech.Features;
        if (features.VoicedFrames == 0 || _ward.Count == 0)
        {
            return new SpeakerEvidence { VoicedSeconds = features.VoicedSeconds, Quality = features.Quality };
        }

        var scores = Compare(_model.Probe(speech));
        var best = scores[0];
        var secondVoice = best.LogLikelihoodRatio > 0 && HasSecondVoice(speech, _ward.First(s => s.Doctor == best.Doctor).Template);
        return new SpeakerEvidence
        {
            Doctor = best.LogLikelihoodRatio > 0 ? best.Doctor : null,
            LogLikelihoodRatio = best.LogLikelihoodRatio,
            VoicedSeconds = features.VoicedSeconds,
            SpoofSigns = secondVoice ? SpoofSigns.SecondVoice : SpoofSigns.None,
            Scores = scores,
            Quality = features.Quality,
        };
    }

    /// <summary>
    /// Whether a part of an utterance that fits a template as a whole is somebody else: each part is scored on its own. Utterances under
    /// two parts' length cannot be divided.
    /// </summary>
    private bool HasSecondVoice(SpeechSample speech, SpeakerTemplate template)
    {
        const int shortestPart = 80; // frames: 0.8 s of voice
        const int mostParts = 4;
        const double stranger = -1;
        var frames = speech.Features.VoicedFrames;
        var parts = Math.Min(frames / shortestPart, mostParts);
        for (var part = 0; parts >= 2 && part < parts; part++)
        {
            var probe = _model.Probe(speech, part * frames / parts, (part + 1) * frames / parts);
            if (_model.LogLikelihoodRatio(template, probe) < stranger)
            {
                return true;
            }
        }

        return false;
    }

    private DoctorScore[] Compare(SpeakerProbe probe)
    {
        var scores = new double[_ward.Count];
        var (best, second) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = _model.Score(_ward[i].Template, probe);
            (best, second) = scores[i] > best ? (scores[i], best) : (best, Math.Max(second, scores[i]));
        }

        var calibration = _model.Calibration;
        return
        [
            .. scores.Select((score, i) =>
            {
                var withMargin = calibration.WithMargin(score, score >= best ? second : best);
                var ratio = calibration.LogLikelihoodRatio(withMargin, probe.VoicedSeconds, _ward[i].Template.SelfFit);
                return new DoctorScore(_ward[i].Doctor, ratio, withMargin);
            }).OrderByDescending(s => s.LogLikelihoodRatio),
        ];
    }
}
