namespace VoiceMed.Auth.Scoring;

/// <summary>
/// One way to compare voices. A <see cref="SpeakerModel"/> fuses the scores of all its scorers by their weights, so another system
/// (an x-vector network, say) is added by implementing this. Implementations are thread-safe.
/// </summary>
public interface ISpeakerScorer
{
    /// <summary>Name and version; part of every vector made, so that vectors of another version are never compared.</summary>
    string System { get; }

    /// <summary>Share of this system in the fused score, above 0; shares are relative to each other.</summary>
    double Weight { get; }

    /// <summary>Makes the enrolled side from several phrases of one speaker.</summary>
    /// <param name="phrases">Phrases and how much each counts (1 is full; copies made for other microphones count less).</param>
    /// <returns>Null when this system finds nothing to go by in them.</returns>
    SpeakerVector? Enrol(IReadOnlyList<(SpeechSample Speech, float Weight)> phrases);

    /// <summary>Makes the utterance's side.</summary>
    /// <param name="speech">The utterance.</param>
    /// <param name="from">First voiced frame to use, inclusive.</param>
    /// <param name="to">Last voiced frame to use, exclusive.</param>
    /// <returns>Null when this system cannot judge the stretch; the others then do without it.</returns>
    SpeakerVector? Probe(SpeechSample speech, int from, int to);

    /// <summary>The normalised score of two of this system's vectors: about 0 to 2 for the nearest strangers, higher for the speaker.</summary>
    double Score(SpeakerVector enrolled, SpeakerVector probe) => SpeakerVector.NormalisedScore(enrolled, probe);
}
