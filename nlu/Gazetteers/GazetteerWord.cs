namespace VoiceMed.Nlu.Gazetteers;

/// <summary>One word of a list value.</summary>
/// <param name="Text">Normalised.</param>
/// <param name="Inflected">Any inflected form will do.</param>
public readonly record struct GazetteerWord(string Text, bool Inflected);
