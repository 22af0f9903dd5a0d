namespace VoiceMed.Nlu.Language.Grammar;

/// <summary>Which form of a noun goes with a count.</summary>
/// <remarks>Source: Unicode CLDR, "Language Plural Rules", for integers. Pure and thread-safe.</remarks>
public static class Plural
{
    /// <summary>The category of a count.</summary>
    /// <param name="count">The count; its sign is ignored.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentException">The language is neither.</exception>
    public static PluralCategory Category(long count, string language)
    {
        var magnitude = (ulong)Math.Abs((decimal)count);
        return LanguageCode.IsRussian(language) ? Russian(magnitude) : magnitude == 1 ? PluralCategory.One : PluralCategory.Many;
    }

    /// <summary>Picks one of three written forms.</summary>
    /// <param name="count">The count; its sign is ignored.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <param name="one">The form with 1: "посещение", "visit".</param>
    /// <param name="few">The form with 2: "посещения"; not used in English.</param>
    /// <param name="many">The form with 5: "посещений", "visits".</param>
    /// <returns>One of the three.</returns>
    /// <exception cref="ArgumentException">The language is neither.</exception>
    public static string Select(long count, string language, string one, string few, string many) => Category(count, language) switch
    {
        PluralCategory.One => one,
        PluralCategory.Few => few,
        _ => many,
    };

    private static PluralCategory Russian(ulong count) => (count % 10, count % 100) switch
    {
        (1, not 11) => PluralCategory.One,
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => PluralCategory.Few,
        _ => PluralCategory.Many,
    };
}
