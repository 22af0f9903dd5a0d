namespace VoiceMed.Auth.Features;

/// <summary>Facts about the sound of one utterance, all measured, none judged.</summary>
/// <param name="LevelDecibels">Mean power of the voiced frames in dB relative to full scale (0 is the loudest square wave).</param>
/// <param name="SignalToNoiseDecibels">Voiced power over the power of the quietest tenth of the frames, in dB, at most 60.</param>
/// <param name="ClippedShare">Share of samples at full scale, 0 to 1.</param>
/// <param name="BandwidthHz">Highest frequency that carries speech: about 4,000 for telephone sound, up to 8,000.</param>
public readonly record struct SoundQuality(
    double LevelDecibels, double SignalToNoiseDecibels, double ClippedShare, double BandwidthHz);
