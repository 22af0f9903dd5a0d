namespace VoiceMed.Assistant.Hearing;

/// <summary>Tells the language of typed text by its letters.</summary>
public static class LanguageGuess
{
    /// <summary><c>ru</c> where a Cyrillic letter stands, <c>en</c> where only Latin ones do, else <paramref name="otherwise"/>.</summary>
    public static string Of(string text, string otherwise = "ru")
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(letter => letter is >= 'Ѐ' and <= 'ӿ') ? "ru" : text.Any(char.IsAsciiLetter) ? "en" : otherwise;
    }
}
