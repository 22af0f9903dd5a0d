namespace VoiceMed.Auth.Scoring;

/// <summary>What is kept of an enrolled voice: one vector a scoring system. Immutable.</summary>
/// <param name="ModelId">The speaker model that made it; another model cannot use it.</param>
/// <param name="Vectors">One a system.</param>
/// <param name="VoicedSeconds">Seconds of voice it rests on.</param>
public sealed record SpeakerTemplate(string ModelId, IReadOnlyList<SpeakerVector> Vectors, double VoicedSeconds);
