namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>What became of one phrase.</summary>
/// <param name="Accepted">True when it counts.</param>
/// <param name="VoicedSeconds">Seconds of voice in it.</param>
/// <param name="LevelDecibels">Its level in dB relative to full scale.</param>
/// <param name="SignalToNoiseDecibels">How far the voice stands above the noise, in dB.</param>
/// <param name="ClippedShare">Share of overdriven samples, 0 to 1.</param>
/// <param name="Problems">What to do better, one sentence each.</param>
public sealed record PhraseReport(
    bool Accepted, double VoicedSeconds, double LevelDecibels, double SignalToNoiseDecibels, double ClippedShare, IReadOnlyList<string> Problems);
