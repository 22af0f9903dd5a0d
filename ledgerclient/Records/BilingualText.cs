namespace VoiceMed.LedgerClient.Records;

/// <summary>A text that may exist in Russian, in English or in both, as the hospital wrote it.</summary>
/// <param name="Ru">The Russian text, or null.</param>
/// <param name="En">The English text, or null.</param>
public sealed record BilingualText(string? Ru, string? En)
{
    /// <summary>The text in <paramref name="language"/> ("ru" or "en"), else in the other language, else an empty string.</summary>
    public string In(string language) => (language == "ru" ? Ru ?? En : En ?? Ru) ?? string.Empty;

    /// <summary>A text that was written in one language only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">"ru" or "en".</param>
    public static BilingualText Of(string text, string language) => language == "ru" ? new(text, null) : new(null, text);
}
