namespace VoiceMed.Auth.Scoring;

/// <summary>
/// How the scores of an <see cref="ISpeakerEmbedder"/> are put beside those of the Gaussian systems. The defaults are a cautious guess for
/// length-normalised x-vectors, good only until <c>voicemed auth calibrate</c> has measured them. Immutable.
/// </summary>
public sealed record EmbeddingFusion
{
    /// <summary>The embedder's <see cref="ISpeakerEmbedder.System"/> this was fitted for; empty for a guess.</summary>
    public string System { get; init; } = "";

    /// <summary>Mean cosine of different people. Default 0.1.</summary>
    public double Mean { get; init; } = 0.1;

    /// <summary>Standard deviation of the cosine of different people, above 0. Default 0.15.</summary>
    public double Deviation { get; init; } = 0.15;

    /// <summary>Share of the embedder in the fused score, 0 to 1 exclusive. Default 0.25.</summary>
    public double Share { get; init; } = 0.25;

    /// <summary>How fused scores become likelihood ratios; null takes the calibration of the Gaussian systems alone.</summary>
    public Calibration? Calibration { get; init; }
}
