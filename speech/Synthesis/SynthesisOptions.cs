namespace VoiceMed.Speech.Synthesis;

/// <summary>How a text is spoken.</summary>
public sealed record SynthesisOptions
{
    /// <summary>The defaults.</summary>
    public static SynthesisOptions Default { get; } = new();

    /// <summary>Speed relative to the voice's own: 0.5 half as fast, 2 twice as fast; default 1. Values outside 0.5..2 are taken as the nearer limit.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Loudness relative to the voice's own: 0 silent, 1 as it is (default), 2 loudest. Values outside 0..2 are taken as the nearer limit.</summary>
    public double Volume { get; init; } = 1;

    /// <summary>A voice by the synthesiser's own name; <see langword="null"/> for the language's default.</summary>
    public string? Voice { get; init; }
}
