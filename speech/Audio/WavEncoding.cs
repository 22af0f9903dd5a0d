namespace VoiceMed.Speech.Audio;

/// <summary>How a WAV file stores a sample.</summary>
public enum WavEncoding
{
    /// <summary>Unsigned 8-bit integers, 128 is silence.</summary>
    Pcm8,

    /// <summary>Signed 16-bit integers.</summary>
    Pcm16,

    /// <summary>Signed 24-bit integers, three bytes.</summary>
    Pcm24,

    /// <summary>Signed 32-bit integers.</summary>
    Pcm32,

    /// <summary>IEEE 754 single precision, full scale ±1.</summary>
    IeeeFloat32,

    /// <summary>IEEE 754 double precision, full scale ±1.</summary>
    IeeeFloat64,
}
