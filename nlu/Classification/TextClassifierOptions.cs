namespace VoiceMed.Nlu.Classification;

/// <summary>What a <see cref="TextClassifier"/> consists of. Immutable.</summary>
public sealed record TextClassifierOptions
{
    /// <summary>
    /// A support vector machine and four networks over different views: the best of the mixtures tried by four-fold cross-validation on
    /// the published halves of SNIPS and CLINC150.
    /// </summary>
    public static TextClassifierOptions Accurate { get; } = new()
    {
        Cost = 10,
        MachineShare = 1 / 3f,
        Networks =
        [
            (TextView.All, Careful with { Seed = 9 }),
            (TextView.All, Careful with { Seed = 21 }),
            (TextView.Stems, Careful with { Seed = 21 }),
            (TextView.SingleWords, new HiddenLayerOptions { OutlierWeight = 3, Smoothing = 0.05f }),
        ],
    };

    /// <summary>A support vector machine and one small network: seconds for the packs of one language.</summary>
    public static TextClassifierOptions Quick { get; } = new()
    {
        MachineEpochs = 8,
        Networks = [(TextView.All, new HiddenLayerOptions { Epochs = 8, Units = 96, Smoothing = 0.05f })],
    };

    /// <summary>A support vector machine over words alone: its cost hardly grows with a thousand classes.</summary>
    public static TextClassifierOptions ManyClasses { get; } = new() { MachineEpochs = 8, MachineView = TextView.Words };

    private static HiddenLayerOptions Careful => new() { OutlierWeight = 3, Smoothing = 0.02f, InputDropout = 0.5f, Units = 256, Epochs = 20 };

    /// <summary>What the support vector machine sees of a text. Default everything.</summary>
    public TextView MachineView { get; init; } = TextView.All;

    /// <summary>The networks with what each sees of a text.</summary>
    public IReadOnlyList<(TextView View, HiddenLayerOptions Options)> Networks { get; init; } = [];

    /// <summary>
    /// Share of the support vector machine in the mean, 0 (exclusive) to 1; the networks share the rest equally. Null, the default, for an
    /// equal share. Without networks it has the whole.
    /// </summary>
    public float? MachineShare { get; init; }

    /// <summary>C of the support vector machine. Default 3.</summary>
    public double Cost { get; init; } = 3;

    /// <summary>Passes of the support vector machine. Default 12.</summary>
    public int MachineEpochs { get; init; } = 12;
}
