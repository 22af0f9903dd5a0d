namespace VoiceMed.Nlu.Language.Morphology.English;

/// <summary>English nouns with a plural of their own.</summary>
internal static class IrregularPlurals
{
    /// <summary>The plural, or null for a regular noun.</summary>
    public static string? Find(string noun) => noun switch
    {
        "man" => "men",
        "woman" => "women",
        "child" => "children",
        "person" => "people",
        "foot" => "feet",
        "tooth" => "teeth",
        "diagnosis" => "diagnoses",
        "analysis" => "analyses",
        "prognosis" => "prognoses",
        _ => null,
    };
}
