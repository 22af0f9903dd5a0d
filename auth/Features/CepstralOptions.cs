namespace VoiceMed.Auth.Features;

/// <summary>How one stream of cepstral coefficients is computed; part of a speaker model, because template and model must agree.</summary>
public sealed record CepstralOptions
{
    /// <summary>Lower edge of the lowest filter in Hz, inclusive. Default 80.</summary>
    public double LowHz { get; init; } = 80;

    /// <summary>Upper edge of the highest filter in Hz, at most 8,000. Default 7,600.</summary>
    public double HighHz { get; init; } = 7600;

    /// <summary>Number of triangular filters. Default 30.</summary>
    public int Filters { get; init; } = 30;

    /// <summary>Number of cepstral coefficients kept, without the zeroth, which carries loudness. Default 20.</summary>
    public int Coefficients { get; init; } = 20;

    /// <summary>Spacing of the filters: mel (default, finer where vowels differ) or linear (keeps detail of the high band).</summary>
    public FrequencyScale Scale { get; init; } = FrequencyScale.Mel;

    /// <summary>Values a frame: coefficients and their first derivatives.</summary>
    public int Dimension => 2 * Coefficients;
}
