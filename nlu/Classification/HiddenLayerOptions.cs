namespace VoiceMed.Nlu.Classification;

/// <summary>How a <see cref="HiddenLayerModel"/> is trained. Immutable.</summary>
public sealed record HiddenLayerOptions
{
    /// <summary>Hidden units; default 192.</summary>
    public int Units { get; init; } = 192;

    /// <summary>Passes over the data; default 15.</summary>
    public int Epochs { get; init; } = 15;

    /// <summary>AdaGrad step; default 0.05.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>Share of the input features left out at random; default 0.3.</summary>
    public float InputDropout { get; init; } = 0.3f;

    /// <summary>Share of the hidden units left out at random; default 0.5.</summary>
    public float HiddenDropout { get; init; } = 0.5f;

    /// <summary>Probability spread evenly over all classes; default 0.</summary>
    public float Smoothing { get; init; }

    /// <summary>Weight of texts that belong to no class and must get an even distribution; default 1.</summary>
    public float OutlierWeight { get; init; } = 1;

    /// <summary>The random sequence; default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
