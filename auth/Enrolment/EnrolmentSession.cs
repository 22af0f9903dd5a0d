using VoiceMed.Auth.Features;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Auth.Enrolment;

/// <summary>
/// Collects a doctor's phrases, checks each as it comes and all of them together, and makes the voiceprint. Nothing is written. Not
/// thread-safe: one a doctor at the microphone.
/// </summary>
public sealed class EnrolmentSession
{
    private readonly SpeakerModel _model;
    private readonly IReadOnlyList<Voiceprint> _others;
    private readonly EnrolmentGate _gate;
    private readonly List<EnrolmentPhrase> _phrases = [];

    /// <summary>Starts a session.</summary>
    /// <param name="model">The speaker model.</param>
    /// <param name="others">The voiceprints of all other doctors, to notice a voice that is enrolled already.</param>
    /// <param name="gate">What phrases must be like. Default: <see cref="EnrolmentGate"/>'s defaults.</param>
    public EnrolmentSession(SpeakerModel model, IReadOnlyList<Voiceprint> others, EnrolmentGate? gate = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(others);
        (_model, _others, _gate) = (model, others, gate ?? new EnrolmentGate());
    }

    /// <summary>The phrases given so far, good and bad.</summary>
    public IReadOnlyList<EnrolmentPhrase> Phrases => _phrases;

    /// <summary>Takes a phrase and says at once what is wrong with its sound.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <param name="otherWords">True when it is known that not the phrase asked for was said. Default false.</param>
    public EnrolmentPhrase Add(short[] samples, bool otherWords = false)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var features = _model.CreateExtractor().Extract(samples);
        var phrase = new EnrolmentPhrase
        {
            Samples = samples,
            VoicedSeconds = features.VoicedSeconds,
            Quality = features.Quality,
            Problems = otherWords ? [.. SoundProblems(samples, features), EnrolmentProblem.OtherWords] : [.. SoundProblems(samples, features)],
        };
        _phrases.Add(phrase);
        return phrase;
    }

    /// <summary>
    /// Ends the session: compares each good phrase with the others, and makes the voiceprint when enough of them agree. When it does not
    /// come about, more phrases may be added and this called again.
    /// </summary>
    /// <param name="request">Who is enrolled, on what consent.</param>
    /// <param name="clock">Dates the voiceprint.</param>
    public EnrolmentResult Complete(EnrolmentRequest request, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        CheckConsistency();
        var good = _phrases.Where(p => p.IsAccepted).ToArray();
        var voiced = good.Sum(p => p.VoicedSeconds);
        var problems = new List<EnrolmentProblem>();
        if (good.Length < _gate.LeastPhrases)
        {
            problems.Add(EnrolmentProblem.TooFewPhrases);
        }

        if (voiced < _gate.LeastTotalVoicedSeconds)
        {
            problems.Add(EnrolmentProblem.TooLittleSpeech);
        }

        if (problems.Count == 0 && IsEnrolledAsOther(good))
        {
            problems.Add(EnrolmentProblem.EnrolledAsOther);
        }

        if (problems.Count > 0)
        {
            return new EnrolmentResult(null, voiced, problems);
        }

        var voiceprint = new Voiceprint
        {
            Doctor = request.Doctor,
            Name = request.Name,
            Role = request.Role,
            Ward = request.Ward,
            ConsentedOn = request.ConsentedOn,
            EnrolledAt = clock.GetUtcNow(),
            Enrolled = TemplateBuilder.Build(_model, [.. good.Select(p => p.Samples)]),
            Fingerprints = [.. good.Select(p => AudioFingerprint.Compute(p.Samples).ToBytes())],
        };
        return new EnrolmentResult(voiceprint, voiced, []);
    }

    private IEnumerable<EnrolmentProblem> SoundProblems(short[] samples, UtteranceFeatures features)
    {
        if (features.VoicedSeconds < _gate.LeastVoicedSeconds)
        {
            yield return EnrolmentProblem.TooShort;
        }

        if (features.Quality.LevelDecibels < _gate.LeastLevelDecibels)
        {
            yield return EnrolmentProblem.TooQuiet;
        }

        if (features.Quality.ClippedShare > _gate.LargestClippedShare)
        {
            yield return EnrolmentProblem.Clipped;
        }

        if (features.Quality.SignalToNoiseDecibels < _gate.LeastSignalToNoiseDecibels)
        {
            yield return EnrolmentProblem.TooNoisy;
        }

        if (_phrases.Any(p => p.Samples.AsSpan().SequenceEqual(samples)))
        {
            yield return EnrolmentProblem.Repeated;
        }
    }

    private void CheckConsistency()
    {
        var good = Enumerable.Range(0, _phrases.Count)
            .Where(i => _phrases[i].Problems.All(p => p is EnrolmentProblem.Inconsistent or EnrolmentProblem.SecondVoice)).ToArray();
        if (good.Length < 2)
        {
            return;
        }

        var speech = good.Select(i => _model.Analyse(_phrases[i].Samples)).ToArray();
        var found = speech.Select((phrase, i) => Compare(phrase, _model.Enrol([.. speech.Where((_, j) => j != i).Select(p => (p, 1f))]))).ToArray();
        var median = found.Select(f => f.Ratio).Order().ElementAt(found.Length / 2);
        var bar = Math.Max(_gate.LeastConsistency, _gate.LeastShareOfMedian * median);
        foreach (var (i, (ratio, secondVoice)) in good.Zip(found))
        {
            _phrases[i] = _phrases[i] with
            {
                Consistency = ratio,
                Problems = ratio < bar ? [EnrolmentProblem.Inconsistent] : secondVoice ? [EnrolmentProblem.SecondVoice] : [],
            };
        }
    }

    /// <summary>A phrase that fits the others as a whole, but in which a part does not, holds somebody else's words.</summary>
    private (double Ratio, bool SecondVoice) Compare(SpeechSample phrase, SpeakerTemplate others)
    {
        var evidence = new SpeakerIdentifier(_model, [new EnrolledSpeaker("others", others)]).Score(phrase);
        return (evidence.LogLikelihoodRatio, evidence.SpoofSigns.HasFlag(SpoofSigns.SecondVoice));
    }

    private bool IsEnrolledAsOther(IReadOnlyList<EnrolmentPhrase> good)
    {
        var probes = good.Select(p => _model.Probe(_model.Analyse(p.Samples))).ToArray();
        return _others.Where(o => o.Template.ModelId == _model.Id)
            .Any(other => probes.Average(probe => _model.LogLikelihoodRatio(other.Template, probe)) > _gate.DuplicateIdentity);
    }
}
