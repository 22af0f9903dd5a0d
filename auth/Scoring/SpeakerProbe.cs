using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>An utterance, or a stretch of it, ready to be compared with any number of templates. Immutable.</summary>
/// <param name="Vectors">One a scoring system.</param>
/// <param name="VoicedSeconds">Seconds of voice in it.</param>
/// <param name="Quality">The sound of the whole utterance.</param>
public sealed record SpeakerProbe(IReadOnlyList<SpeakerVector> Vectors, double VoicedSeconds, SoundQuality Quality);
