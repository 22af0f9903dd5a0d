namespace VoiceMed.Nlu.Classification;

/// <summary>What a <see cref="TextClassifier"/> consists of. Immutable.</summary>
public sealed record TextClassifierOptions
{
    /// <summary>A support vector machine and two networks: the most accurate; trains about ten times as long as the machine alone.</summary>
    public static TextClassifierOptions Accurate { get; } = new() { NetworkEpochs = 15 };

    /// <summary>Passes over the data of each network; 0 leaves the networks out. Default 15.</summary>
    public int NetworkEpochs { get; init; } = 15;

    /// <summary>Hidden units of each network. Default 192.</summary>
    public int NetworkUnits { get; init; } = 192;

    /// <summary>Whether there is a second network over words alone. Default true.</summary>
    public bool WordNetwork { get; init; } = true;

    /// <summary>C of the support vector machine. Default 3.</summary>
    public double Cost { get; init; } = 3;

    /// <summary>Passes of the support vector machine. Default 12.</summary>
    public int MachineEpochs { get; init; } = 12;
}
