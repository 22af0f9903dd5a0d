namespace VoiceMed.Nlu.Language.Spoken;

/// <summary>Writes out what a synthesiser would read wrongly: numbers, dates, times, units of measurement and abbreviations.</summary>
/// <remarks>Pure and thread-safe. Text in words comes back unchanged; expanding twice changes nothing more.</remarks>
public static class SpeechText
{
    /// <summary>Expands a text for synthesis.</summary>
    /// <param name="text">A sentence or several, as shown on the screen: "АД 120/80 мм рт. ст., 03.03.2025".</param>
    /// <param name="language">"ru" or "en".</param>
    /// <returns>The text in words: "артериальное давление сто двадцать на восемьдесят миллиметров ртутного столба, ...".</returns>
    /// <exception cref="ArgumentException">The language is not supported.</exception>
    public static string Expand(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LanguageCode.IsRussian(language) ? RussianSpeechText.Expand(text) : EnglishSpeechText.Expand(text);
    }
}
