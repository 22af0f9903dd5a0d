namespace VoiceMed.Nlu.Classification;

/// <summary>Which n-grams of a text become features. Immutable.</summary>
public sealed record FeatureOptions
{
    /// <summary>Longest word n-gram; default 2. 0 leaves word n-grams out.</summary>
    public int WordNgrams { get; init; } = 2;

    /// <summary>
    /// How many of a word's first letters count in word n-grams; the default is all. Five stand in for a stemmer in any language whose
    /// endings change (fixed prefix stemming, Can et al.: Information Retrieval on Turkish Texts, JASIST 2008).
    /// </summary>
    public int WordLetters { get; init; } = int.MaxValue;

    /// <summary>Pairs of words that have one word between them. Default true.</summary>
    public bool SkipGrams { get; init; } = true;

    /// <summary>Shortest character n-gram within a word, its boundaries counted as characters; default 2.</summary>
    public int MinimumCharacters { get; init; } = 2;

    /// <summary>Longest character n-gram; default 5. 0 leaves character n-grams out.</summary>
    public int MaximumCharacters { get; init; } = 5;
}
