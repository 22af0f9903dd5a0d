namespace VoiceMed.Auth.Features;

/// <summary>How the filters of a filter bank are spaced.</summary>
public enum FrequencyScale
{
    /// <summary>Equal steps in mel: 2595 log10(1 + f/700) (O'Shaughnessy, 1987).</summary>
    Mel,

    /// <summary>Equal steps in Hz.</summary>
    Linear,
}
