namespace VoiceMed.Nlu.Classification;

/// <summary>What a <see cref="TextClassifier"/> consists of. Immutable.</summary>
public sealed record TextClassifierOptions
{
    /// <summary>
    /// A support vector machine and three networks, two over all n-grams and one over single words: the best of the mixtures
    /// tried on the development halves of the public benchmarks.
    /// </summary>
    public static TextClassifierOptions Accurate { get; } = new()
    {
        Networks =
        [
            (TextView.All, new HiddenLayerOptions { OutlierWeight = 3 }),
            (TextView.All, new HiddenLayerOptions { OutlierWeight = 3, Smoothing = 0.02f, InputDropout = 0.5f, Units = 256, Epochs = 20, Seed = 9 }),
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

    /// <summary>What the support vector machine sees of a text. Default everything.</summary>
    public TextView MachineView { get; init; } = TextView.All;

    /// <summary>The networks with what each sees of a text.</summary>
    public IReadOnlyList<(TextView View, HiddenLayerOptions Options)> Networks { get; init; } = [];

    /// <summary>C of the support vector machine. Default 3.</summary>
    public double Cost { get; init; } = 3;

    /// <summary>Passes of the support vector machine. Default 12.</summary>
    public int MachineEpochs { get; init; } = 12;
}
