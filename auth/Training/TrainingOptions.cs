using VoiceMed.Auth.Features;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Training;

/// <summary>What is trained. The defaults are what the shipped model was made with.</summary>
public sealed record TrainingOptions
{
    /// <summary>Name and version of the model.</summary>
    public string Name { get; init; } = "speaker-voicemed-0.1";

    /// <summary>Gaussians a system; a power of two. Default 128: three systems of 128 beat one of 256, see the model's README.</summary>
    public int Components { get; init; } = 128;

    /// <summary>Relevance factor of the adaptation, in frames. Default 8.</summary>
    public float Relevance { get; init; } = 8;

    /// <summary>Weight of the background in the normalisation of features, in frames of 10 ms. Default 400.</summary>
    public float PriorFrames { get; init; } = 400;

    /// <summary>The systems to fuse: the whole band by ear's resolution, the whole band evenly, and what a telephone lets through.</summary>
    public IReadOnlyList<SystemOptions> Systems { get; init; } =
    [
        new("mel", 1, new CepstralOptions()),
        new("linear", 1, new CepstralOptions { Scale = FrequencyScale.Linear, LowHz = 100 }),
        new("narrow", 1, new CepstralOptions { LowHz = 100, HighHz = 3800, Filters = 24 }),
    ];

    /// <summary>How scores become likelihood ratios: what <c>voicemed auth calibrate</c> gave for the shipped model.</summary>
    public Calibration Calibration { get; init; } = new()
    {
        Score = 0.4351810665430712,
        Offset = -1.977705356509743,
        Duration = -0.4789439780948675,
        ScoreByDuration = 0.0877886673033355,
        Margin = 0.3,
        Genuine = 5.727986697096026,
        GenuineByDuration = 2.3145673238523585,
        Data = "3692 trials of 13 people in 'dev', as recorded and made worse",
    };
}
