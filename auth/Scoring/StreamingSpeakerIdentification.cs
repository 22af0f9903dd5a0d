using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Measures an utterance while it is still being spoken, so that the score is ready right after its end. <see cref="Accept"/> allocates
/// nothing for utterances up to 30 s. Not thread-safe: one a stream of sound.
/// </summary>
public sealed class StreamingSpeakerIdentification
{
    private readonly SpeakerIdentifier _identifier;
    private readonly FeatureExtractor _extractor;

    internal StreamingSpeakerIdentification(SpeakerIdentifier identifier)
    {
        _identifier = identifier;
        _extractor = identifier.Model.CreateExtractor();
    }

    /// <summary>Takes the next samples, 16 kHz mono, any number of them.</summary>
    public void Accept(ReadOnlySpan<short> samples) => _extractor.Accept(samples);

    /// <summary>Ends the utterance, scores it and is ready for the next one.</summary>
    public SpeakerEvidence Finish()
    {
        var features = _extractor.Finish();
        _extractor.Reset();
        return _identifier.Score(_identifier.Model.Prepare(ReadOnlyMemory<short>.Empty, features));
    }

    /// <summary>
    /// Ends the utterance without scoring it, for when it is not known yet whether it was meant for us; <see cref="SpeakerIdentifier"/>
    /// scores the sample. Ready for the next utterance.
    /// </summary>
    /// <param name="utterance">The utterance as it was cut from the sound that was given: it begins where that began and may end sooner.</param>
    public SpeechSample Collect(ReadOnlyMemory<short> utterance)
    {
        var features = _extractor.Finish(utterance.Length);
        _extractor.Reset();
        return _identifier.Model.Prepare(utterance, features);
    }

    /// <summary>Forgets what was heard of the utterance.</summary>
    public void Reset() => _extractor.Reset();
}
