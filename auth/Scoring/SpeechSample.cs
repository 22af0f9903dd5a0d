using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>One utterance as scoring systems see it.</summary>
/// <param name="Samples">The sound, 16 kHz mono.</param>
/// <param name="Features">What was measured on it; streams already normalised.</param>
public sealed record SpeechSample(ReadOnlyMemory<short> Samples, UtteranceFeatures Features);
